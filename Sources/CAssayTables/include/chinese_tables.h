// Part of Assay. SPDX-License-Identifier: Apache-2.0
// Written by scripts/tables/chinese.py; do not edit.

#ifndef ASSAY_CHINESE_TABLES_H
#define ASSAY_CHINESE_TABLES_H

#include <stdint.h>

extern const uint32_t assay_chinese_count;
extern const uint32_t assay_chinese_data[7985];

// Sorted: a scalar in the upper 28 bits; in the lower four, whether it changes on the way to traditional (1) or
// simplified (2) signs, and whether it is a possible result itself (4, 8).
static inline const uint32_t *_Nonnull assay_chinese(void) { return assay_chinese_data; }

#endif

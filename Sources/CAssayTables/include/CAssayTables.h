// Part of Assay. SPDX-License-Identifier: Apache-2.0
//
// Generated tables. Each has its generator, source and licence in scripts/tables and in NOTICE.
#ifndef CASSAYTABLES_H
#define CASSAYTABLES_H

#include <stdint.h>

#include "chinese_tables.h"
#include "language_tables.h"
#include "spanish_tokenizer_tables.h"
#include "unicode_tables.h"
#include "punkt_tables.h"
#include "syllable_tables.h"
#include "first_word_tables.h"
#include "lemma_tables.h"

#endif

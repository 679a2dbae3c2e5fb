// Part of Assay. SPDX-License-Identifier: Apache-2.0

extension UnitTable {
    /// The units: symbols | names, separated by commas | prefixes | size | dimension | offset.
    ///
    /// Two lines with one symbol are two meanings, the usual one first. Sizes are products and quotients of decimals,
    /// `pi`, and `turn` (a full turn); `~` marks a measured size. Names are matched without regard to case and with a
    /// plural `s`. Sizes: BIPM, The International System of Units, 9th edition; NIST SP 811, appendix B; CODATA 2018.
    static let source = """
        # Length
        m | meter, metre | si | 1 | m
        m | | - | 60 | s
        Å | angstrom, ångström, ångstrom | - | 1e-10 | m
        micron | micron | - | 1e-6 | m
        in ins | inch, inches | - | 0.0254 | m
        " ″ '' | | - | 0.0254 | m
        ft fts | foot, feet | - | 0.3048 | m
        ' ′ | | - | 0.3048 | m
        yd yds | yard | - | 0.9144 | m
        mi mis | mile | - | 1609.344 | m
        nmi NM | nautical mile, sea mile | - | 1852 | m
        mil | thou | - | 0.0000254 | m
        fathom | fathom | - | 1.8288 | m
        furlong | furlong | - | 201.168 | m
        rod | rod | - | 5.0292 | m
        league | league | - | 4828.032 | m
        AU au ua | astronomical unit | - | 149597870700 | m
        ly | light year, lightyear | big | 9460730472580800 | m
        pc | parsec | big | 149597870700*648000/pi | m
        lightsecond | light second | - | 299792458 | m
        lightminute | light minute | - | 299792458*60 | m

        # Area and volume
        ha | hectare | - | 10000 | m2
        acre ac | acre | - | 4046.8564224 | m2
        are | are | - | 100 | m2
        barn | barn | si | 1e-28 | m2
        sqm | | - | 1 | m2
        sqcm | | - | 0.0001 | m2
        sqkm | | - | 1000000 | m2
        sqft | | - | 0.3048*0.3048 | m2
        sqin | | - | 0.0254*0.0254 | m2
        sqyd | | - | 0.9144*0.9144 | m2
        sqmi | | - | 1609.344*1609.344 | m2
        L l ℓ ltr lt | liter, litre | si | 0.001 | m3
        cc ccm | | - | 0.000001 | m3
        cuft | | - | 0.3048*0.3048*0.3048 | m3
        cuin | | - | 0.0254*0.0254*0.0254 | m3
        cum cbm | | - | 1 | m3
        gal gals | gallon, us gallon | - | 0.003785411784 | m3
        gal gals | gallon, imperial gallon, uk gallon | - | 0.00454609 | m3
        qt qts | quart | - | 0.000946352946 | m3
        qt qts | quart, imperial quart | - | 0.0011365225 | m3
        pt pts | pint | - | 0.000473176473 | m3
        pt pts | pint, imperial pint | - | 0.00056826125 | m3
        cup | cup | - | 0.0002365882365 | m3
        cup | cup, metric cup | - | 0.00025 | m3
        cup | cup | - | 0.00024 | m3
        floz | fl oz, fl. oz, fluid ounce, us fluid ounce | - | 0.0000295735295625 | m3
        floz | fl oz, fluid ounce, imperial fluid ounce | - | 0.0000284130625 | m3
        tbsp Tbsp tbs | tablespoon | - | 0.00001478676478125 | m3
        tbsp Tbsp tbs | tablespoon, metric tablespoon | - | 0.000015 | m3
        tsp | teaspoon | - | 0.00000492892159375 | m3
        tsp | teaspoon, metric teaspoon | - | 0.000005 | m3
        bbl | barrel, oil barrel | - | 0.158987294928 | m3
        bu | bushel | - | 0.03523907016688 | m3
        peck | peck | - | 0.00880976754172 | m3

        # Mass
        g gm gms | gram, gramme | si | 0.001 | kg
        g | gee, standard gravity | - | 9.80665 | m s-2
        kgs Kg KG Kgs | kilo | - | 1 | kg
        t | tonne, metric ton, metric tonne | big | 1000 | kg
        lb lbs lbm | pound, pound mass, avoirdupois pound | - | 0.45359237 | kg
        lb lbs | pound | - | 0.45359237*9.80665 | kg m s-2
        oz ozs | ounce | - | 0.028349523125 | kg
        oz | ounce | - | 0.0000295735295625 | m3
        ozt | troy ounce | - | 0.0311034768 | kg
        st | stone | - | 6.35029318 | kg
        ton | ton, short ton, us ton | - | 907.18474 | kg
        ton | ton | - | 1000 | kg
        ton | ton, long ton, imperial ton | - | 1016.0469088 | kg
        gr | grain | - | 0.00006479891 | kg
        ct | carat | - | 0.0002 | kg
        cwt | hundredweight, short hundredweight | - | 45.359237 | kg
        cwt | hundredweight, long hundredweight | - | 50.80234544 | kg
        quintal | quintal | - | 100 | kg
        slug | slug | - | 0.45359237*9.80665/0.3048 | kg
        u amu Da | dalton, atomic mass unit, unified atomic mass unit | big | ~1.66053906660e-27 | kg
        M☉ M⊙ Msun | solar mass, solar masses | - | ~1.98847e30 | kg

        # Time
        s | second | si | 1 | s
        sec secs | | si | 1 | s
        min mins | minute | - | 60 | s
        h hr hrs | hour | - | 3600 | s
        d | day | - | 86400 | s
        wk wks | week | - | 604800 | s
        fortnight | fortnight | - | 1209600 | s
        mo mos mth | month | - | 31557600/12 | s
        mo mos mth | month | - | 2592000 | s
        mo mos mth | month | - | 31536000/12 | s
        yr yrs y | year | big | 31557600 | s
        yr yrs y | year | big | 31536000 | s
        a | annum | big | 31557600 | s
        decade | decade | - | 315576000 | s
        century | century, centuries | - | 3155760000 | s
        millennium | millennium, millennia | - | 31557600000 | s

        # Angle and frequency
        rad | radian | si | 1 | rad
        rad | | - | 0.01 | m2 s-2
        ° deg degs | degree, degree of arc | - | pi/180 | rad
        arcmin | arcminute, arc minute, minute of arc | - | pi/10800 | rad
        ' ′ | | - | pi/10800 | rad
        arcsec | arcsecond, arc second, second of arc | si | pi/648000 | rad
        '' ″ " | | - | pi/648000 | rad
        mas | | - | pi/648000000 | rad
        grad gon | gradian, gon | - | pi/200 | rad
        rev revs r | revolution, turn, rotation | - | turn | rad
        cycle | cycle | - | turn | rad
        sr | steradian | si | 1 | rad2
        rpm RPM | | - | turn/60 | s-1 rad
        rps | | - | turn | s-1 rad
        Hz hz HZ cps | hertz | si | turn | s-1 rad
        bpm | | - | 1/60 | s-1
        Bq | becquerel | si | 1 | s-1
        Ci | curie | si | 37000000000 | s-1

        # Speed and acceleration
        mph MPH | | - | 0.44704 | m s-1
        kph kmh kmph KPH kmhr | | - | 5/18 | m s-1
        fps | | - | 0.3048 | m s-1
        mpg | | - | 1609.344/0.003785411784 | m-2
        mps | | - | 1 | m s-1
        kn kt kts | knot | - | 1852/3600 | m s-1
        Gal | galileo | si | 0.01 | m s-2

        # Force and pressure
        N | newton | si | 1 | kg m s-2
        dyn | dyne | si | 0.00001 | kg m s-2
        lbf | pound force, pounds force | - | 0.45359237*9.80665 | kg m s-2
        kgf kp | kilogram force, kilopond, kilograms force | - | 9.80665 | kg m s-2
        gf | gram force | - | 0.00980665 | kg m s-2
        ozf | ounce force | - | 0.028349523125*9.80665 | kg m s-2
        kip | kip | - | 453.59237*9.80665 | kg m s-2
        pdl | poundal | - | 0.45359237*0.3048 | kg m s-2
        tonf | ton force | - | 907.18474*9.80665 | kg m s-2
        Pa | pascal | si | 1 | kg m-1 s-2
        bar | bar | si | 100000 | kg m-1 s-2
        atm | atmosphere, standard atmosphere | - | 101325 | kg m-1 s-2
        mmHg mmhg | mm hg, mm of hg, mm of mercury, millimeter of mercury, millimetre of mercury, millimeters of mercury, \
        millimetres of mercury | - | 133.322387415 | kg m-1 s-2
        mmHg | mm hg | - | 101325/760 | kg m-1 s-2
        cmHg | cm hg, cm of mercury, centimeters of mercury | - | 1333.22387415 | kg m-1 s-2
        inHg | in hg, inches of mercury, inch of mercury | - | 3386.388640341 | kg m-1 s-2
        torr Torr | torr | si | 101325/760 | kg m-1 s-2
        psi PSI psia psig | | - | 0.45359237*9.80665/0.0254/0.0254 | kg m-1 s-2
        ksi | | - | 453.59237*9.80665/0.0254/0.0254 | kg m-1 s-2
        psf | | - | 0.45359237*9.80665/0.3048/0.3048 | kg m-1 s-2
        cmH2O | | - | 98.0665 | kg m-1 s-2
        mmH2O | | - | 9.80665 | kg m-1 s-2

        # Energy and power
        J | joule | si | 1 | kg m2 s-2
        cal | calorie, gram calorie | si | 4.184 | kg m2 s-2
        cal | calorie | si | 4.1868 | kg m2 s-2
        Cal | food calorie, large calorie | - | 4184 | kg m2 s-2
        eV | electronvolt, electron volt | si | 1.602176634e-19 | kg m2 s-2
        ev Kev Mev Gev | | - | 1.602176634e-19 | kg m2 s-2
        erg | erg | si | 1e-7 | kg m2 s-2
        Wh | watt hour, watthour | si | 3600 | kg m2 s-2
        KWh kwh KWH kWH | | - | 3600000 | kg m2 s-2
        BTU Btu btu | british thermal unit | - | 1055.05585262 | kg m2 s-2
        therm | therm | - | 105505585.262 | kg m2 s-2
        tTNT | ton of tnt, tons of tnt | - | 4184000000 | kg m2 s-2
        kilotonTNT | kiloton of tnt, kilotons of tnt | - | 4184000000000 | kg m2 s-2
        megatonTNT | megaton of tnt, megatons of tnt | - | 4184000000000000 | kg m2 s-2
        Eh | hartree | - | ~4.3597447222071e-18 | kg m2 s-2
        Ry | rydberg | - | ~2.1798723611035e-18 | kg m2 s-2
        W | watt | si | 1 | kg m2 s-3
        hp HP | horsepower, mechanical horsepower | - | 550*0.3048*0.45359237*9.80665 | kg m2 s-3
        hp HP | horsepower | - | 746 | kg m2 s-3
        PS | metric horsepower | - | 75*9.80665 | kg m2 s-3
        VA | volt ampere | si | 1 | kg m2 s-3
        ftlb | | - | 0.3048*0.45359237*9.80665 | kg m2 s-2

        # Electricity and magnetism
        A | ampere, amp | si | 1 | A
        C | coulomb | si | 1 | A s
        V | volt | si | 1 | kg m2 s-3 A-1
        Ω Ohm ohm ohms | ohm | si | 1 | kg m2 s-3 A-2
        S | siemens, mho | si | 1 | kg-1 m-2 s3 A2
        F | farad | si | 1 | kg-1 m-2 s4 A2
        H | henry, henries | si | 1 | kg m2 s-2 A-2
        Wb | weber | si | 1 | kg m2 s-2 A-1
        T | tesla | si | 1 | kg s-2 A-1
        G Gs | gauss | si | 0.0001 | kg s-2 A-1
        Mx | maxwell | - | 1e-8 | kg m2 s-2 A-1
        Oe | oersted | - | 250/pi | A m-1
        Ah | ampere hour, amp hour | si | 3600 | A s
        D | debye | - | ~3.33564e-30 | A s m
        esu statC | statcoulomb, electrostatic unit | - | ~3.3356409519815e-10 | A s

        # Temperature
        K | kelvin, degree kelvin | si | 1 | K
        °K | | - | 1 | K
        °C ℃ degC | celsius, °celsius, degree celsius, centigrade, degree centigrade, degree c | - | 1 | K | 273.15
        C | | - | 1 | K | 273.15
        °F ℉ degF | fahrenheit, °fahrenheit, degree fahrenheit, degree f | - | 5/9 | K | 2298.35/9
        F | | - | 5/9 | K | 2298.35/9
        °R °Ra | rankine, degree rankine | - | 5/9 | K

        # Amount, light, radiation
        mol | mole | si | 1 | mol
        mols | | - | 1 | mol
        lbmol | pound mole | - | 453.59237 | mol
        M | molar | si | 1000 | mol m-3
        kat | katal | si | 1 | mol s-1
        cd | candela | si | 1 | cd
        lm | lumen | si | 1 | cd rad2
        lx | lux | si | 1 | cd rad2 m-2
        nit | nit | - | 1 | cd m-2
        Gy | gray | si | 1 | m2 s-2
        Sv | sievert | si | 1 | m2 s-2
        rem | rem | si | 0.01 | m2 s-2
        R | roentgen | si | 0.000258 | A s kg-1
        P | poise | si | 0.1 | kg m-1 s-1
        St | stokes, stoke | si | 0.0001 | m2 s-1
        dpt | diopter, dioptre | - | 1 | m-1

        # Information
        bit b | bit | si | 1 | bit
        B | byte, octet | si | 8 | bit
        KB | | - | 8000 | bit
        KB | kilobyte | - | 8192 | bit
        MB | megabyte | - | 8000000 | bit
        MB | megabyte | - | 8388608 | bit
        GB | gigabyte | - | 8000000000 | bit
        GB | gigabyte | - | 8589934592 | bit
        TB | terabyte | - | 8000000000000 | bit
        TB | terabyte | - | 8796093022208 | bit
        bps | | si | 1 | bit s-1
        Bps | | si | 8 | bit s-1
        baud Bd | baud | si | 1 | s-1

        # Numbers and levels
        % | percent, per cent | - | 1/100 |
        ‰ | permil, per mille, per mil | - | 1/1000 |
        ppm | part per million, parts per million | - | 1/1000000 |
        ppb | part per billion, parts per billion | - | 1/1000000000 |
        ppt | part per trillion, parts per trillion | - | 1/1000000000000 |
        dozen | dozen | - | 12 |
        dB db DB | decibel | si | 1 | dB
        bel | bel | - | 10 | dB
        dBm | | - | 1 | dBm
        pH | | - | 1 | pH
        """
}

# Draws stability-complementary (svg, png, pdf) from stability-complementary.tsv: gnuplot stability-complementary.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-complementary","kind":"stability","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"afcc85d41d9231ca9f2c332b5ed5b7ba2fea6f5a0b8544e6e750d4a4e4924aae"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,576 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-complementary.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1152 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-complementary.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-complementary.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title '' noenhanced
unset key
set label 1 'validation loss' at screen 0.012, screen 0.5 center rotate by 90 noenhanced
set label 2 'epoch' at screen 0.53, screen 0.04166666667 center
set xrange [1:30]
set yrange [0.5046297022:3.596481794]
set xtics 0, 10
set ytics 1
set multiplot layout 3,4 rowsfirst downwards margins screen 0.085, 0.98, 0.1083333333, 0.875 spacing screen 0.02, 0.07916666667 title 'Every seed’s training: complementary (12 of 33 strategies)' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-complementary.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 12 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 13 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 14 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 15 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'joint (rate × 0.5)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 16 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 17 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 18 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 19 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 20 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 21 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 22 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 23 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 24 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 25 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 26 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 27 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 28 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 29 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 30 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 31 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'pdmp (defaults)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 32 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 33 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 34 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 35 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 36 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 37 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 38 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 39 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 40 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 41 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 42 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 43 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 44 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 45 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 46 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 47 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'joint (tuned)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 48 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 49 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 50 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 51 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 52 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 53 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 54 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 55 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 56 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 57 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 58 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 59 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 60 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 61 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 62 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 63 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'pdmp (tuned)' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-complementary.tsv' index 64 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 65 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 66 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 67 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 68 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 69 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 70 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 71 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 72 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 73 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 74 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 75 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 76 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 77 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 78 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 79 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'diagnosing-re… (tuned)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 80 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 81 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 82 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 83 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 84 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 85 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 86 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 87 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 88 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 89 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 90 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 91 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 92 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 93 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 94 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 95 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'gradient-blen… (tuned)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 96 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 97 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 98 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 99 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 100 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 101 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 102 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 103 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 104 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 105 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 106 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 107 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 108 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 109 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 110 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 111 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'greedy (tuned)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-complementary.tsv' index 112 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 113 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 114 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 115 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 116 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 117 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 118 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 119 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 120 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 121 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 122 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 123 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 124 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 125 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 126 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 127 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'lfm (tuned)' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-complementary.tsv' index 128 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 129 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 130 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 131 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 132 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 133 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 134 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 135 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 136 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 137 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 138 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 139 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 140 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 141 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 142 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 143 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'mla (tuned)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-complementary.tsv' index 144 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 145 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 146 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 147 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 148 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 149 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 150 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 151 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 152 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 153 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 154 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 155 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 156 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 157 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 158 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 159 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'mmcosine (tuned)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-complementary.tsv' index 160 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 161 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 162 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 163 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 164 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 165 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 166 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 167 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 168 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 169 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 170 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 171 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 172 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 173 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 174 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 175 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'valuation (tuned)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-complementary.tsv' index 176 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 177 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 178 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 179 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 180 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 181 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 182 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 183 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-complementary.tsv' index 184 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-complementary.tsv' index 185 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-complementary.tsv' index 186 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-complementary.tsv' index 187 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-complementary.tsv' index 188 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-complementary.tsv' index 189 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-complementary.tsv' index 190 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-complementary.tsv' index 191 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-complementary.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

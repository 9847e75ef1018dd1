# Draws stability-redundant-three (svg, png, pdf) from stability-redundant-three.tsv: gnuplot stability-redundant-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-redundant-three","kind":"stability","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"a777c3795a30dcd4d4346cb40aad907be7c525d0a7c5418e1afddc196c8ca3b5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,576 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-redundant-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1152 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-redundant-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-redundant-three.pdf'
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
set yrange [0.07200668414:3.982306349]
set xtics 0, 10
set ytics 1
set multiplot layout 3,4 rowsfirst downwards margins screen 0.085, 0.98, 0.1083333333, 0.875 spacing screen 0.02, 0.07916666667 title 'Every seed’s training: redundant, three' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-redundant-three.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 12 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 13 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'joint (rate × 2)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 14 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 15 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 16 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 17 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 18 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 19 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 20 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 21 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 22 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 23 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 24 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 25 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 26 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 27 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'unimodal (a)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 28 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 29 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 30 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 31 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 32 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 33 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 34 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 35 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 36 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 37 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 38 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 39 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 40 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 41 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'unimodal (b)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 42 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 43 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 44 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 45 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 46 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 47 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 48 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 49 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 50 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 51 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 52 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 53 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 54 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 55 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'unimodal (c)' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-redundant-three.tsv' index 56 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 57 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 58 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 59 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 60 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 61 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 62 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 63 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 64 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 65 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 66 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 67 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 68 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 69 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'late-fusion' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 70 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 71 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 72 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 73 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 74 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 75 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 76 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 77 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 78 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 79 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 80 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 81 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 82 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 83 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'ogm-ge' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 84 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 85 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 86 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 87 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 88 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 89 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 90 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 91 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 92 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 93 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 94 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 95 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 96 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 97 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'mmpareto' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-three.tsv' index 98 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 99 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 100 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 101 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 102 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 103 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 104 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 105 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 106 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 107 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 108 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 109 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 110 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 111 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-redundant-three.tsv' index 112 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 113 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 114 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 115 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 116 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 117 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 118 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 119 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 120 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 121 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 122 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 123 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 124 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 125 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp (ladder)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-three.tsv' index 126 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 127 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 128 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 129 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 130 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 131 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 132 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 133 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 134 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 135 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 136 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 137 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 138 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 139 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp (reversed)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-three.tsv' index 140 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 141 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 142 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 143 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 144 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 145 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 146 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 147 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 148 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 149 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 150 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 151 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 152 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 153 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp (worst leads)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-three.tsv' index 154 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 155 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 156 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 157 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 158 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 159 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-three.tsv' index 160 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-three.tsv' index 161 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-three.tsv' index 162 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-three.tsv' index 163 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-three.tsv' index 164 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-three.tsv' index 165 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-three.tsv' index 166 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-three.tsv' index 167 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-redundant-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

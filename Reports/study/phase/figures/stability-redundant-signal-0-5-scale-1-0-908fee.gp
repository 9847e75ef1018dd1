# Draws stability-redundant-signal-0-5-scale-1-0-908fee (svg, png, pdf) from stability-redundant-signal-0-5-scale-1-0-908fee.tsv: gnuplot stability-redundant-signal-0-5-scale-1-0-908fee.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-redundant-signal-0-5-scale-1-0-908fee","kind":"stability","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"1dd92c1e3644a7a1d8b00a54114ca29c2c4811344eb2a2b042433db8dffa74a8"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,576 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-redundant-signal-0-5-scale-1-0-908fee.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1152 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-redundant-signal-0-5-scale-1-0-908fee.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-redundant-signal-0-5-scale-1-0-908fee.pdf'
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
set xrange [1:20]
set yrange [0.3328914835:2.55182095]
set xtics 0, 5
set ytics 1
set multiplot layout 3,4 rowsfirst downwards margins screen 0.085, 0.98, 0.1083333333, 0.875 spacing screen 0.02, 0.07916666667 title 'Every seed’s training: redundant, signal 0.5, scale 1.0' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 12 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 13 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 14 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 15 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'joint (rate × 2)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 16 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 17 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 18 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 19 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 20 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 21 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 22 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 23 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 24 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 25 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 26 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 27 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 28 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 29 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 30 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 31 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'unimodal (a)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 32 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 33 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 34 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 35 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 36 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 37 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 38 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 39 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 40 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 41 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 42 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 43 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 44 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 45 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 46 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 47 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'unimodal (b)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 48 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 49 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 50 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 51 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 52 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 53 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 54 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 55 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 56 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 57 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 58 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 59 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 60 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 61 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 62 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 63 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'late-fusion' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 64 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 65 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 66 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 67 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 68 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 69 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 70 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 71 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 72 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 73 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 74 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 75 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 76 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 77 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 78 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 79 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'pdmp' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 80 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 81 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 82 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 83 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 84 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 85 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 86 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 87 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 88 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 89 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 90 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 91 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 92 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 93 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 94 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 95 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'ogm-ge' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 96 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 97 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 98 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 99 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 100 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 101 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 102 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 103 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 104 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 105 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 106 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 107 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 108 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 109 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 110 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 111 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'agm' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 112 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 113 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 114 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 115 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 116 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 117 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 118 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 119 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 120 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 121 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 122 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 123 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 124 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 125 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 126 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 127 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'cggm' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 128 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 129 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 130 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 131 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 132 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 133 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 134 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 135 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 136 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 137 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 138 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 139 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 140 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 141 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 142 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 143 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'pmr' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 144 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 145 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 146 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 147 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 148 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 149 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 150 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 151 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 152 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 153 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 154 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 155 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 156 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 157 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 158 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 159 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset label
set title 'mmpareto' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 160 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 161 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 162 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 163 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 164 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 165 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 166 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 167 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 168 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 169 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 170 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 171 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 172 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 173 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 174 using 1:2 with lines lw 1 dt (2,5) lc rgb '#000000' notitle, \
     'stability-redundant-signal-0-5-scale-1-0-908fee.tsv' index 175 using 1:2 with lines lw 1 dt 1 lc rgb '#7F7F7F' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-redundant-signal-0-5-scale-1-0-908fee.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

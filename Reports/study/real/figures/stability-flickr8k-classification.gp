# Draws stability-flickr8k-classification (svg, png, pdf) from stability-flickr8k-classification.tsv: gnuplot stability-flickr8k-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-flickr8k-classification","kind":"stability","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"6bc5d80173528e5fa0316f4b4b5bace366f83337e936e9c773e26f2828c7a5b9"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,413 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-flickr8k-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,826 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-flickr8k-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.6cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-flickr8k-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title '' noenhanced
unset key
set label 1 'validation loss' at screen 0.012, screen 0.5 center rotate by 90 noenhanced
set label 2 'epoch' at screen 0.53, screen 0.05813953488 center
set xrange [1:12]
set yrange [0.6758316073:1.465646359]
set xtics 0, 5
set ytics 0.2
set multiplot layout 2,4 rowsfirst downwards margins screen 0.085, 0.98, 0.1511627907, 0.8255813953 spacing screen 0.02, 0.1104651163 title 'Every seed’s training: flickr8k, classification' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-flickr8k-classification.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'unimodal (image)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-flickr8k-classification.tsv' index 12 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 13 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 14 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 15 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 16 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 17 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 18 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 19 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 20 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 21 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 22 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 23 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'unimodal (text)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-flickr8k-classification.tsv' index 24 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 25 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 26 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 27 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 28 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 29 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 30 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 31 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 32 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 33 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 34 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 35 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'late-fusion' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-flickr8k-classification.tsv' index 36 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 37 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 38 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 39 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 40 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 41 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 42 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 43 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 44 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 45 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 46 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 47 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'pdmp' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-flickr8k-classification.tsv' index 48 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 49 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 50 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 51 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 52 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 53 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 54 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 55 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 56 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 57 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 58 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 59 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'pdmp (worst leads)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-flickr8k-classification.tsv' index 60 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 61 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 62 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 63 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 64 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 65 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 66 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 67 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 68 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 69 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 70 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 71 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'ogm' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-flickr8k-classification.tsv' index 72 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 73 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 74 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 75 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 76 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 77 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 78 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 79 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 80 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 81 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 82 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 83 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset label
set title 'mmpareto' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-flickr8k-classification.tsv' index 84 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 85 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 86 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 87 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-flickr8k-classification.tsv' index 88 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-flickr8k-classification.tsv' index 89 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-flickr8k-classification.tsv' index 90 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-flickr8k-classification.tsv' index 91 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-flickr8k-classification.tsv' index 92 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-flickr8k-classification.tsv' index 93 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-flickr8k-classification.tsv' index 94 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-flickr8k-classification.tsv' index 95 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-flickr8k-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

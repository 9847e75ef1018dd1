# Draws stability-image-text-cnn-and-bag-of-words-bdfa7e (svg, png, pdf) from stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv: gnuplot stability-image-text-cnn-and-bag-of-words-bdfa7e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-image-text-cnn-and-bag-of-words-bdfa7e","kind":"stability","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"04c5013e18c86af4a9f5208d3a6dbe87a617f3b319f1652ffaefedca28aa631d"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,413 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-image-text-cnn-and-bag-of-words-bdfa7e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,826 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-image-text-cnn-and-bag-of-words-bdfa7e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,8.6cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-image-text-cnn-and-bag-of-words-bdfa7e.pdf'
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
set xrange [1:30]
set yrange [0.924086148:3.126142147]
set xtics 0, 10
set ytics 1
set multiplot layout 2,4 rowsfirst downwards margins screen 0.085, 0.98, 0.1511627907, 0.8255813953 spacing screen 0.02, 0.1104651163 title 'Every seed’s training: image-text, CNN and bag of words' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x ''
set format y '%g'
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 12 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 13 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'joint (rate × 2)' noenhanced offset 0, -0.6
set format x ''
set format y ''
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 14 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 15 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 16 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 17 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 18 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 19 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 20 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 21 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 22 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 23 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 24 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 25 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 26 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 27 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'unimodal (image)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 28 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 29 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 30 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 31 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 32 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 33 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 34 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 35 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 36 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 37 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 38 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 39 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 40 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 41 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'unimodal (text)' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 42 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 43 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 44 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 45 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 46 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 47 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 48 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 49 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 50 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 51 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 52 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 53 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 54 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 55 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'ogm-ge' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 56 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 57 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 58 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 59 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 60 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 61 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 62 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 63 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 64 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 65 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 66 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 67 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 68 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 69 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 70 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 71 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 72 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 73 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 74 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 75 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 76 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 77 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 78 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 79 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 80 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 81 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 82 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-image-text-cnn-and-bag-of-words-bdfa7e.tsv' index 83 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-image-text-cnn-and-bag-of-words-bdfa7e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws stability-easy-but-weak-film (svg, png, pdf) from stability-easy-but-weak-film.tsv: gnuplot stability-easy-but-weak-film.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"stability-easy-but-weak-film","kind":"stability","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"a487b27e9c103eb717f53a6c7d764c04b7e5aa1af3475a38f233d39cc667a6b9"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,250 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'stability-easy-but-weak-film.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,499 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'stability-easy-but-weak-film.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,5.2cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'stability-easy-but-weak-film.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title '' noenhanced
unset key
set label 1 'validation loss' at screen 0.012, screen 0.5 center rotate by 90 noenhanced
set label 2 'epoch' at screen 0.53, screen 0.09615384615 center
set xrange [1:20]
set yrange [0.7101753177:2.007117568]
set xtics 0, 5
set ytics 0.5
set multiplot layout 1,3 rowsfirst downwards margins screen 0.085, 0.98, 0.25, 0.7115384615 spacing screen 0.02, 0.1826923077 title 'Every seed’s training: easy-but-weak, film' noenhanced
set title 'joint' noenhanced offset 0, -0.6
set format x '%g'
set format y '%g'
plot 'stability-easy-but-weak-film.tsv' index 0 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 1 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 2 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 3 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 4 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 5 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-easy-but-weak-film.tsv' index 6 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-easy-but-weak-film.tsv' index 7 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-easy-but-weak-film.tsv' index 8 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 9 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 10 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 11 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 12 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 13 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'ogm-ge' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-easy-but-weak-film.tsv' index 14 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 15 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 16 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 17 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 18 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 19 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-easy-but-weak-film.tsv' index 20 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-easy-but-weak-film.tsv' index 21 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-easy-but-weak-film.tsv' index 22 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 23 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 24 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 25 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 26 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 27 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset label
set title 'pdmp' noenhanced offset 0, -0.6
set format x '%g'
set format y ''
plot 'stability-easy-but-weak-film.tsv' index 28 using 1:2 with lines lw 1 dt 1 lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 29 using 1:2 with lines lw 1 dt (12,4) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 30 using 1:2 with lines lw 1 dt (3,3) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 31 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 32 using 1:2 with lines lw 1 dt (18,5) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 33 using 1:2 with lines lw 1 dt (6,3) lc rgb '#56B4E9' notitle, \
     'stability-easy-but-weak-film.tsv' index 34 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#000000' notitle, \
     'stability-easy-but-weak-film.tsv' index 35 using 1:2 with lines lw 1 dt (2,5) lc rgb '#7F7F7F' notitle, \
     'stability-easy-but-weak-film.tsv' index 36 using 1:2 with lines lw 1 dt (12,4) lc rgb '#0072B2' notitle, \
     'stability-easy-but-weak-film.tsv' index 37 using 1:2 with lines lw 1 dt (3,3) lc rgb '#D55E00' notitle, \
     'stability-easy-but-weak-film.tsv' index 38 using 1:2 with lines lw 1 dt (12,4,3,4) lc rgb '#009E73' notitle, \
     'stability-easy-but-weak-film.tsv' index 39 using 1:2 with lines lw 1 dt (18,5) lc rgb '#CC79A7' notitle, \
     'stability-easy-but-weak-film.tsv' index 40 using 1:2 with lines lw 1 dt (6,3) lc rgb '#E69F00' notitle, \
     'stability-easy-but-weak-film.tsv' index 41 using 1:2 with lines lw 1 dt (12,3,3,3,3,3) lc rgb '#56B4E9' notitle
unset multiplot

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'stability-easy-but-weak-film.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

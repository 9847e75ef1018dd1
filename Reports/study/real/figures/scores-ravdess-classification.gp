# Draws scores-ravdess-classification (svg, png, pdf) from scores-ravdess-classification.tsv: gnuplot scores-ravdess-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-ravdess-classification","kind":"scores","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"baea837fc6ff73f512ea315d77e650afb48edfb80edaae3e4aa0deb1c4db0197"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,363 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-ravdess-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,726 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-ravdess-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,7.56cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-ravdess-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: ravdess, classification' noenhanced
unset key
set lmargin 19.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.05
set xrange [0.261875:0.550625]
set yrange [0.4:8.6]
set ytics noenhanced ('joint' 8, 'unimodal (audio)' 7, 'unimodal (visual)' 6, 'late-fusion' 5, 'pdmp' 4, 'pdmp (worst leads)' 3, 'ogm' 2, 'mmpareto' 1)
set arrow 1 from first 0.4736111111, graph 0 to first 0.4736111111, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-ravdess-classification.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-ravdess-classification.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-ravdess-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

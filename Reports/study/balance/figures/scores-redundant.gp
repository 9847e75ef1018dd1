# Draws scores-redundant (svg, png, pdf) from scores-redundant.tsv: gnuplot scores-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-redundant","kind":"scores","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"be26d9cd63b85a843691906b07346e2638c7b74443ddba5b121e5ceffc3b0f77"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,482 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,964 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.04cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: redundant' noenhanced
unset key
set lmargin 11.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.05
set xrange [0.6925333333:0.8714666667]
set yrange [0.4:12.6]
set ytics noenhanced ('joint' 12, 'pdmp 1/64' 11, 'pdmp 1/16' 10, 'pdmp 1/8' 9, 'pdmp 1/4' 8, 'pdmp 1/2' 7, 'pdmp 1' 6, 'pdmp 2' 5, 'pdmp 4' 4, 'pdmp 8' 3, 'pdmp 16' 2, 'pdmp 64' 1)
set arrow 1 from first 0.7915714286, graph 0 to first 0.7915714286, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-redundant.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-redundant.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

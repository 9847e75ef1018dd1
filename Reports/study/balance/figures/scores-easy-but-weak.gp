# Draws scores-easy-but-weak (svg, png, pdf) from scores-easy-but-weak.tsv: gnuplot scores-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"scores-easy-but-weak","kind":"scores","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"1c0395ae89173d34e126bc3cfccfb91e4518e2b3698662cdd1800bee7c16e9f0"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,482 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'scores-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,964 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'scores-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,10.04cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'scores-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Scores: easy-but-weak' noenhanced
unset key
set lmargin 11.5
set rmargin 4
set xlabel 'test/accuracy, mean and 95 % interval; circles: single runs; line: joint' noenhanced
set xtics 0.02
set xrange [0.6797:0.8329666667]
set yrange [0.4:12.6]
set ytics noenhanced ('joint' 12, 'pdmp 1/64' 11, 'pdmp 1/16' 10, 'pdmp 1/8' 9, 'pdmp 1/4' 8, 'pdmp 1/2' 7, 'pdmp 1' 6, 'pdmp 2' 5, 'pdmp 4' 4, 'pdmp 8' 3, 'pdmp 16' 2, 'pdmp 64' 1)
set arrow 1 from first 0.7816666667, graph 0 to first 0.7816666667, graph 1 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'scores-easy-but-weak.tsv' index 1 using 2:1 with points pt 6 ps 0.5 lw 0.8 lc rgb '#8A8A8A', \
     'scores-easy-but-weak.tsv' index 0 using 2:1:3:4 with xerrorbars pt 7 ps 0.8 lw 1.6 lc rgb '#0072B2'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'scores-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

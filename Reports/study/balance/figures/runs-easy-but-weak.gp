# Draws runs-easy-but-weak (svg, png, pdf) from runs-easy-but-weak.tsv: gnuplot runs-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"runs-easy-but-weak","kind":"runs","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"d2953cd2077eddb2bc56fe3625341b7b74922e57ae22f12c5990bc1c7640d747"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'runs-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'runs-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'runs-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'All runs: easy-but-weak' noenhanced
unset key
set ylabel 'test/accuracy' noenhanced
set yrange [0.6699466667:0.84272]
set xrange [0.4:12.6]
set xtics rotate by -30 noenhanced ('joint' 1, 'pdmp 1/64' 2, 'pdmp 1/16' 3, 'pdmp 1/8' 4, 'pdmp 1/4' 5, 'pdmp 1/2' 6, 'pdmp 1' 7, 'pdmp 2' 8, 'pdmp 4' 9, 'pdmp 8' 10, 'pdmp 16' 11, 'pdmp 64' 12)
plot 'runs-easy-but-weak.tsv' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 3 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 4 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 5 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 6 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 7 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 8 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 9 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 10 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 11 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 12 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 13 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-easy-but-weak.tsv' index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6, \
     'runs-easy-but-weak.tsv' index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle, \
     'runs-easy-but-weak.tsv' index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'runs-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

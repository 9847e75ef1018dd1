# Draws runs-redundancy-0-1-signal-0-75-69d94e (svg, png, pdf) from runs-redundancy-0-1-signal-0-75-69d94e.tsv: gnuplot runs-redundancy-0-1-signal-0-75-69d94e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"runs-redundancy-0-1-signal-0-75-69d94e","kind":"runs","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"42a597cfe4a102f769793ebe89804491678cf5b459b7297cd28f34a97a5f5277"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'runs-redundancy-0-1-signal-0-75-69d94e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'runs-redundancy-0-1-signal-0-75-69d94e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'runs-redundancy-0-1-signal-0-75-69d94e.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'All runs: redundancy 0.1, signal 0.75' noenhanced
unset key
set ylabel 'test/accuracy' noenhanced
set yrange [0.34572:0.55528]
set xrange [0.4:8.6]
set xtics rotate by -30 noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'unimodal (a)' 3, 'unimodal (b)' 4, 'late-fusion' 5, 'pdmp' 6, 'ogm-ge' 7, 'mmpareto' 8)
plot 'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 3 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 4 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 5 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 6 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 7 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 8 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 9 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle, \
     'runs-redundancy-0-1-signal-0-75-69d94e.tsv' index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'runs-redundancy-0-1-signal-0-75-69d94e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

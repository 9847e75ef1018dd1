# Draws runs-redundant-signal-0-25-scale-2-0-a6e906 (svg, png, pdf) from runs-redundant-signal-0-25-scale-2-0-a6e906.tsv: gnuplot runs-redundant-signal-0-25-scale-2-0-a6e906.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"runs-redundant-signal-0-25-scale-2-0-a6e906","kind":"runs","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"7791f22829bef30de9021b2491e9a9d0a7cbd2567b886135aaaa034e0c4158fd"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'runs-redundant-signal-0-25-scale-2-0-a6e906.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'runs-redundant-signal-0-25-scale-2-0-a6e906.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'runs-redundant-signal-0-25-scale-2-0-a6e906.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'All runs: redundant, signal 0.25, scale 2.0' noenhanced
unset key
set ylabel 'test/accuracy' noenhanced
set yrange [0.20164:0.88736]
set xrange [0.4:11.6]
set xtics rotate by -30 noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'unimodal (a)' 3, 'unimodal (b)' 4, 'late-fusion' 5, 'pdmp' 6, 'ogm-ge' 7, 'agm' 8, 'cggm' 9, 'pmr' 10, 'mmpareto' 11)
plot 'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 3 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 4 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 5 using 1:2 with filledcurves closed fc rgb '#CC79A7' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 6 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 7 using 1:2 with filledcurves closed fc rgb '#56B4E9' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 8 using 1:2 with filledcurves closed fc rgb '#000000' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 9 using 1:2 with filledcurves closed fc rgb '#7F7F7F' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 10 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 11 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 12 using 1:2 with filledcurves closed fc rgb '#009E73' fs transparent solid 0.3 border lc rgb '#777777' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 0 using 1:3:2:6:5:(0.14) with candlesticks lw 1.1 lc rgb '#222222' fs empty notitle whiskerbars 0.6, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 0 using 1:4:4:4:4:(0.14) with candlesticks lw 2.2 lc rgb '#222222' notitle, \
     'runs-redundant-signal-0-25-scale-2-0-a6e906.tsv' index 1 using 1:2 with points pt 6 ps 0.4 lc rgb '#444444' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'runs-redundant-signal-0-25-scale-2-0-a6e906.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws dependency-redundant-signal-0-5-scale-1-0-35522b (svg, png, pdf) from dependency-redundant-signal-0-5-scale-1-0-35522b.tsv: gnuplot dependency-redundant-signal-0-5-scale-1-0-35522b.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"dependency-redundant-signal-0-5-scale-1-0-35522b","kind":"dependency","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"c300ba70968df001b81be122a5c7fac84185b835906fd9be9e469177d5280efc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'dependency-redundant-signal-0-5-scale-1-0-35522b.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'dependency-redundant-signal-0-5-scale-1-0-35522b.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'dependency-redundant-signal-0-5-scale-1-0-35522b.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Dependency over training: redundant, signal 0.5, scale 1.0 (8 of 9 strategies)' noenhanced
set xlabel 'epoch'
set ylabel 'dependency on a (share), mean over seeds' noenhanced
set yrange [0:1]
set arrow 1 from graph 0, first 0.5 to graph 1, first 0.5 nohead dt (4,4) lw 0.8 lc rgb '#444444'
plot 'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'joint (rate × 2)', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'late-fusion', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'pdmp', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'agm', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'cggm', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'pmr', \
     'dependency-redundant-signal-0-5-scale-1-0-35522b.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmpareto'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'dependency-redundant-signal-0-5-scale-1-0-35522b.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

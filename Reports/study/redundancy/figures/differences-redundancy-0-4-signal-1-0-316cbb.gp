# Draws differences-redundancy-0-4-signal-1-0-316cbb (svg, png, pdf) from differences-redundancy-0-4-signal-1-0-316cbb.tsv: gnuplot differences-redundancy-0-4-signal-1-0-316cbb.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"differences-redundancy-0-4-signal-1-0-316cbb","kind":"differences","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"e6f0933ed0dfcabc97ac768d890fd63dc1cc5767fc6da73818be3316085d0afa"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,273 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'differences-redundancy-0-4-signal-1-0-316cbb.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,545 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'differences-redundancy-0-4-signal-1-0-316cbb.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,5.68cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'differences-redundancy-0-4-signal-1-0-316cbb.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid xtics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Paired differences to joint training: redundancy 0.4, signal 1.0' noenhanced
unset key
set lmargin 11.5
set rmargin 4
set xlabel 'difference of test/accuracy, mean and 95 % interval over seeds (grey: within ± 0.010)' noenhanced
set xtics 0.01
set xrange [-0.01853526301:0.03636914302]
set yrange [0.4:4.6]
set ytics noenhanced ('late-fusion' 4, 'pdmp' 3, 'ogm-ge' 2, 'mmpareto' 1)
set key tmargin center horizontal Left reverse noenhanced samplen 2.5 width 1 maxcols 4
set object 1 rectangle from first -0.01, graph 0 to first 0.01, graph 1 behind fc rgb '#EEEEEE' fs solid noborder
set arrow 1 from first 0, graph 0 to first 0, graph 1 nohead lw 0.8 lc rgb '#444444'
plot 'differences-redundancy-0-4-signal-1-0-316cbb.tsv' index 0 using 2:1:3:4 with xerrorbars pt 6 ps 0.9 lw 1.6 lc rgb '#7F7F7F' title 'not significant'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'differences-redundancy-0-4-signal-1-0-316cbb.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

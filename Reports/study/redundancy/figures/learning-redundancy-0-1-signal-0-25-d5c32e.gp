# Draws learning-redundancy-0-1-signal-0-25-d5c32e (svg, png, pdf) from learning-redundancy-0-1-signal-0-25-d5c32e.tsv: gnuplot learning-redundancy-0-1-signal-0-25-d5c32e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-redundancy-0-1-signal-0-25-d5c32e","kind":"learning","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"69ed28b48ff5a8de40dc6580357950c567c00c79a28301831d206cda7a99c550"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-redundancy-0-1-signal-0-25-d5c32e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-redundancy-0-1-signal-0-25-d5c32e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-redundancy-0-1-signal-0-25-d5c32e.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: redundancy 0.1, signal 0.25' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'joint (rate × 2)', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'unimodal (a)', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'unimodal (b)', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'late-fusion', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'pdmp', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'ogm-ge', \
     'learning-redundancy-0-1-signal-0-25-d5c32e.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmpareto'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-redundancy-0-1-signal-0-25-d5c32e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

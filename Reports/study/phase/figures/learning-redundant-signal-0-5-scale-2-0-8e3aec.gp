# Draws learning-redundant-signal-0-5-scale-2-0-8e3aec (svg, png, pdf) from learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv: gnuplot learning-redundant-signal-0-5-scale-2-0-8e3aec.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-redundant-signal-0-5-scale-2-0-8e3aec","kind":"learning","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"d30e983e374f4b8e1e9ad60ac8dcc7b3adb51df87d4202b140df325c99c1cc37"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-redundant-signal-0-5-scale-2-0-8e3aec.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-redundant-signal-0-5-scale-2-0-8e3aec.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-redundant-signal-0-5-scale-2-0-8e3aec.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: redundant, signal 0.5, scale 2.0 (8 of 11 strategies)' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'unimodal (a)', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'late-fusion', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'pdmp', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'agm', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'cggm', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'pmr', \
     'learning-redundant-signal-0-5-scale-2-0-8e3aec.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmpareto'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-redundant-signal-0-5-scale-2-0-8e3aec.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

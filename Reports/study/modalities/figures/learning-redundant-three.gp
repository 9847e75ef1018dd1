# Draws learning-redundant-three (svg, png, pdf) from learning-redundant-three.tsv: gnuplot learning-redundant-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-redundant-three","kind":"learning","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"ad5914a6101849043a7caeea5e37518b2fe787d3d30f159cd08908bc3c03402b"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-redundant-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-redundant-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-redundant-three.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: redundant, three (8 of 12 strategies)' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-redundant-three.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-redundant-three.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'joint (rate × 2)', \
     'learning-redundant-three.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'late-fusion', \
     'learning-redundant-three.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'mmpareto', \
     'learning-redundant-three.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'pdmp', \
     'learning-redundant-three.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'pdmp (ladder)', \
     'learning-redundant-three.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'pdmp (reversed)', \
     'learning-redundant-three.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'pdmp (worst leads)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-redundant-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

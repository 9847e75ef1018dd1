# Draws learning-redundant (svg, png, pdf) from learning-redundant.tsv: gnuplot learning-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"learning-redundant","kind":"learning","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"9c3e715264d447f30fe8c2a831b6073f28a2ba35d65748b37a53d11ead4e3ac0"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'learning-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'learning-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'learning-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Learning curves: redundant (8 of 33 strategies)' noenhanced
set xlabel 'epoch'
set ylabel 'validation/accuracy, mean over seeds' noenhanced
plot 'learning-redundant.tsv' index 0 using 1:2 with lines lw 1.8 dt 1 lc rgb '#0072B2' title 'joint', \
     'learning-redundant.tsv' index 1 using 1:2 with lines lw 1.8 dt (12,4) lc rgb '#D55E00' title 'joint (rate × 0.5)', \
     'learning-redundant.tsv' index 2 using 1:2 with lines lw 1.8 dt (3,3) lc rgb '#009E73' title 'pdmp (defaults)', \
     'learning-redundant.tsv' index 3 using 1:2 with lines lw 1.8 dt (12,4,3,4) lc rgb '#CC79A7' title 'joint (tuned)', \
     'learning-redundant.tsv' index 4 using 1:2 with lines lw 1.8 dt (18,5) lc rgb '#E69F00' title 'pdmp (tuned)', \
     'learning-redundant.tsv' index 5 using 1:2 with lines lw 1.8 dt (6,3) lc rgb '#56B4E9' title 'greedy (tuned)', \
     'learning-redundant.tsv' index 6 using 1:2 with lines lw 1.8 dt (12,3,3,3,3,3) lc rgb '#000000' title 'mla (tuned)', \
     'learning-redundant.tsv' index 7 using 1:2 with lines lw 1.8 dt (2,5) lc rgb '#7F7F7F' title 'mmcosine (tuned)'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'learning-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

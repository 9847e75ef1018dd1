# Draws shapley-easy-but-weak-three (svg, png, pdf) from shapley-easy-but-weak-three.tsv: gnuplot shapley-easy-but-weak-three.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/modalities.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/modalities.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-easy-but-weak-three","kind":"shapley","preset":"double","records":336,"records_of_uncommitted_changes":0,"records_sha256":"8afdda92a283817f092bff793c81c6d602f5427ccd5dea57320bee305a20cc23","suite":"study-modalities","table_sha256":"3e1b1ed2c235d250a1a6fd54a9ec0175db2b12877fe030a5dc91bd5a49b3a205"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-easy-but-weak-three.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-easy-but-weak-three.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-easy-but-weak-three.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: easy-but-weak, three' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.0572647619:0.7730742857]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:8.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'ogm-ge' 3, 'mmpareto' 4, 'pdmp' 5, 'pdmp (ladder)' 6, 'pdmp (reversed)' 7, 'pdmp (worst leads)' 8)
plot 'shapley-easy-but-weak-three.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-easy-but-weak-three.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b', \
     'shapley-easy-but-weak-three.tsv' index 2 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.35 border lc rgb '#444444' fc rgb '#009E73' title 'c'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-easy-but-weak-three.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

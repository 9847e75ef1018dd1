# Draws shapley-stamps-classification (svg, png, pdf) from shapley-stamps-classification.tsv: gnuplot shapley-stamps-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-stamps-classification","kind":"shapley","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"b3e6500419be0e1395c75a7aa8c2cfe179f221fa7aca420e66caf945f1567bc4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-stamps-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-stamps-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-stamps-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: stamps, classification' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.0213963964:0.2888513514]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:5.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'late-fusion' 1, 'pdmp' 2, 'pdmp (worst leads)' 3, 'ogm' 4, 'mmpareto' 5)
plot 'shapley-stamps-classification.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'image', \
     'shapley-stamps-classification.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-stamps-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

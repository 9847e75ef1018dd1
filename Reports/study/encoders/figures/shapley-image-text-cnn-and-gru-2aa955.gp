# Draws shapley-image-text-cnn-and-gru-2aa955 (svg, png, pdf) from shapley-image-text-cnn-and-gru-2aa955.tsv: gnuplot shapley-image-text-cnn-and-gru-2aa955.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-image-text-cnn-and-gru-2aa955","kind":"shapley","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"fc62d511a7cde6b1449269407baebb9829cf5083831708b6c56ba758687a8b43"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-image-text-cnn-and-gru-2aa955.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-image-text-cnn-and-gru-2aa955.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-image-text-cnn-and-gru-2aa955.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: image-text, CNN and GRU' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.04861071429:0.4115571429]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:3.7]
set xtics norotate noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'ogm-ge' 2, 'pdmp' 3)
plot 'shapley-image-text-cnn-and-gru-2aa955.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'image', \
     'shapley-image-text-cnn-and-gru-2aa955.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-image-text-cnn-and-gru-2aa955.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

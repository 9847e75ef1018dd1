# Draws shapley-image-text-generated-retrieval (svg, png, pdf) from shapley-image-text-generated-retrieval.tsv: gnuplot shapley-image-text-generated-retrieval.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-image-text-generated-retrieval","kind":"shapley","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"b48804e85c767e8af48093db0fae28dc5f928ec723417a676477344fd8d00a8d"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-image-text-generated-retrieval.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-image-text-generated-retrieval.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-image-text-generated-retrieval.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: image-text, generated, retrieval' noenhanced
set ylabel 'contribution to recall@1' noenhanced
set yrange [-0.02573333333:0.3474]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:3.7]
set xtics norotate noenhanced ('joint' 0, 'pdmp' 1, 'pdmp (worst leads)' 2, 'ogm' 3)
plot 'shapley-image-text-generated-retrieval.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'image', \
     'shapley-image-text-generated-retrieval.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-image-text-generated-retrieval.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

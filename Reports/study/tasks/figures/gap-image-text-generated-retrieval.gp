# Draws gap-image-text-generated-retrieval (svg, png, pdf) from gap-image-text-generated-retrieval.tsv: gnuplot gap-image-text-generated-retrieval.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/tasks.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/tasks.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-image-text-generated-retrieval","kind":"gap","preset":"double","records":864,"records_of_uncommitted_changes":0,"records_sha256":"4a2db77c3c79f05bebbabb482c271efccbf056f664e4cb66490ce0916e2a5cf3","suite":"study-tasks","table_sha256":"008396ce6d460b978d01d1c0f07becd2eb505f5a81db222e585ecc2f7d1be1a2"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-image-text-generated-retrieval.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-image-text-generated-retrieval.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-image-text-generated-retrieval.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: image-text, generated, retrieval' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'recall@1 within the model minus alone' noenhanced
set yrange [-0.1515:0.01122222222]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:3.7]
set xtics norotate noenhanced ('joint' 0, 'pdmp' 1, 'pdmp (worst leads)' 2, 'ogm' 3)
plot 'gap-image-text-generated-retrieval.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'image', \
     'gap-image-text-generated-retrieval.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-image-text-generated-retrieval.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws gap-redundant-signal-0-5-scale-0-5-c7e468 (svg, png, pdf) from gap-redundant-signal-0-5-scale-0-5-c7e468.tsv: gnuplot gap-redundant-signal-0-5-scale-0-5-c7e468.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-redundant-signal-0-5-scale-0-5-c7e468","kind":"gap","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"e9b2d5d116ae54090e9f498c95690d21bb04bc383710d8e6eb64930fdb03d08c"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-redundant-signal-0-5-scale-0-5-c7e468.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-redundant-signal-0-5-scale-0-5-c7e468.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-redundant-signal-0-5-scale-0-5-c7e468.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: redundant, signal 0.5, scale 0.5' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.0520425:0.00473]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:8.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'pdmp' 3, 'ogm-ge' 4, 'agm' 5, 'cggm' 6, 'pmr' 7, 'mmpareto' 8)
plot 'gap-redundant-signal-0-5-scale-0-5-c7e468.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'a', \
     'gap-redundant-signal-0-5-scale-0-5-c7e468.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-redundant-signal-0-5-scale-0-5-c7e468.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws shapley-redundant-signal-0-5-scale-1-0-f49568 (svg, png, pdf) from shapley-redundant-signal-0-5-scale-1-0-f49568.tsv: gnuplot shapley-redundant-signal-0-5-scale-1-0-f49568.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/phase.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/phase.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-redundant-signal-0-5-scale-1-0-f49568","kind":"shapley","preset":"double","records":8448,"records_of_uncommitted_changes":0,"records_sha256":"7d2db026f50da26cad2d58a0636d4d996a7f0dc70cb8c91547eb8066cf41d6ad","suite":"study-phase","table_sha256":"8b59c6c2e4de7a75e394cf50b7d1f9a6c07f400f56443868790c61f8c2f563e5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-redundant-signal-0-5-scale-1-0-f49568.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-redundant-signal-0-5-scale-1-0-f49568.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-redundant-signal-0-5-scale-1-0-f49568.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: redundant, signal 0.5, scale 1.0' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.041905:0.5657175]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:8.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'pdmp' 3, 'ogm-ge' 4, 'agm' 5, 'cggm' 6, 'pmr' 7, 'mmpareto' 8)
plot 'shapley-redundant-signal-0-5-scale-1-0-f49568.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-redundant-signal-0-5-scale-1-0-f49568.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-redundant-signal-0-5-scale-1-0-f49568.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

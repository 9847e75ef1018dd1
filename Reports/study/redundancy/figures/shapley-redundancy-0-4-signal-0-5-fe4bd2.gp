# Draws shapley-redundancy-0-4-signal-0-5-fe4bd2 (svg, png, pdf) from shapley-redundancy-0-4-signal-0-5-fe4bd2.tsv: gnuplot shapley-redundancy-0-4-signal-0-5-fe4bd2.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-redundancy-0-4-signal-0-5-fe4bd2","kind":"shapley","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"f681185c4071050f7f50a48f989808c5b9eff23f3600f5464e905ed0c00e58dd"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-redundancy-0-4-signal-0-5-fe4bd2.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-redundancy-0-4-signal-0-5-fe4bd2.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-redundancy-0-4-signal-0-5-fe4bd2.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: redundancy 0.4, signal 0.5' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.01621714286:0.2189314286]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:5.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'late-fusion' 2, 'pdmp' 3, 'ogm-ge' 4, 'mmpareto' 5)
plot 'shapley-redundancy-0-4-signal-0-5-fe4bd2.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-redundancy-0-4-signal-0-5-fe4bd2.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-redundancy-0-4-signal-0-5-fe4bd2.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

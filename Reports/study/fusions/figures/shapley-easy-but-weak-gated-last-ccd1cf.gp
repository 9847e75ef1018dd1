# Draws shapley-easy-but-weak-gated-last-ccd1cf (svg, png, pdf) from shapley-easy-but-weak-gated-last-ccd1cf.tsv: gnuplot shapley-easy-but-weak-gated-last-ccd1cf.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/fusions.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/fusions.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-easy-but-weak-gated-last-ccd1cf","kind":"shapley","preset":"double","records":756,"records_of_uncommitted_changes":0,"records_sha256":"a87f09ca7d3a8d5434f0aec67083551878e513c5c8ddc33455bb6f6e91ded719","suite":"study-fusions","table_sha256":"0323a9f0c8aa4720e9a957a038d7c61f91075b8187965a4ed911cc05b9ff5de2"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-easy-but-weak-gated-last-ccd1cf.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-easy-but-weak-gated-last-ccd1cf.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-easy-but-weak-gated-last-ccd1cf.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: easy-but-weak, gated (last)' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.04668571429:0.6302571429]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:2.7]
set xtics norotate noenhanced ('joint' 0, 'ogm-ge' 1, 'pdmp' 2)
plot 'shapley-easy-but-weak-gated-last-ccd1cf.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-easy-but-weak-gated-last-ccd1cf.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-easy-but-weak-gated-last-ccd1cf.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

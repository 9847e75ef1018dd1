# Draws shapley-easy-but-weak (svg, png, pdf) from shapley-easy-but-weak.tsv: gnuplot shapley-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-easy-but-weak","kind":"shapley","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"80468a365f598f97adcb8d90ad2aec426d678e1bf33aa5f8ada9278b8cbb7d22"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: easy-but-weak' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.05163047619:0.6970114286]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:11.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'pdmp 1/64' 1, 'pdmp 1/16' 2, 'pdmp 1/8' 3, 'pdmp 1/4' 4, 'pdmp 1/2' 5, 'pdmp 1' 6, 'pdmp 2' 7, 'pdmp 4' 8, 'pdmp 8' 9, 'pdmp 16' 10, 'pdmp 64' 11)
plot 'shapley-easy-but-weak.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-easy-but-weak.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

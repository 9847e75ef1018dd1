# Draws balance-measured-easy-but-weak (svg, png, pdf) from balance-measured-easy-but-weak.tsv: gnuplot balance-measured-easy-but-weak.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"balance-measured-easy-but-weak","kind":"balance-measured","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"42b54521e4bcef41b17642a85e7e559ef43ebcc4aa4a641fbd0c0005ebd5ef42"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'balance-measured-easy-but-weak.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'balance-measured-easy-but-weak.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'balance-measured-easy-but-weak.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'pdmp over measured dependency, a / b: easy-but-weak' noenhanced
unset key
set xlabel 'measured dependency, a / b (log₂ scale; dashed: top of the parabola, shaded: its 95 % interval)' noenhanced
set ylabel 'test/accuracy, mean and 95 % interval' noenhanced
set xrange [-1.799339723:0.8779574744]
set xtics ('0.5' -1, '1' 0, '1.5' 0.5849625007)

plot 'balance-measured-easy-but-weak.tsv' index 1 using 1:2 with lines lw 1.4 dt 1 lc rgb '#0072B2' notitle, \
     'balance-measured-easy-but-weak.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 0.9 lw 1.3 lc rgb '#0072B2' title 'pdmp'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'balance-measured-easy-but-weak.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws balance-redundant (svg, png, pdf) from balance-redundant.tsv: gnuplot balance-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"balance-redundant","kind":"balance","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"a9c68c7b4765ce7fb918f0db4d43ad8efce70e5f5c18f69126fd2d71d2f7bed4"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'balance-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'balance-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'balance-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'pdmp over gammaDominant / gammaRest: redundant' noenhanced
unset key
set xlabel 'gammaDominant / gammaRest (log₂ scale; dashed: top of the parabola, shaded: its 95 % interval)' noenhanced
set ylabel 'test/accuracy, mean and 95 % interval' noenhanced
set xrange [-6.6:6.6]
set xtics ('1/64' -6, '1/32' -5, '1/16' -4, '1/8' -3, '1/4' -2, '1/2' -1, '1' 0, '2' 1, '4' 2, '8' 3, '16' 4, '32' 5, '64' 6)
set object 1 rectangle from first 0.3945191727, graph 0 to first 1.589665202, graph 1 behind fc rgb '#0072B2' fs transparent solid 0.12 noborder
set arrow 1 from first 0.9444753238, graph 0 to first 0.9444753238, graph 1 nohead dt (4,4) lw 1 lc rgb '#0072B2'
plot 'balance-redundant.tsv' index 1 using 1:2 with lines lw 1.4 dt 1 lc rgb '#0072B2' notitle, \
     'balance-redundant.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 0.9 lw 1.3 lc rgb '#0072B2' title 'pdmp'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'balance-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

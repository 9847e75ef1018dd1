# Draws balance-measured-complementary (svg, png, pdf) from balance-measured-complementary.tsv: gnuplot balance-measured-complementary.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/balance.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/balance.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"balance-measured-complementary","kind":"balance-measured","preset":"double","records":504,"records_of_uncommitted_changes":0,"records_sha256":"d9092e713016286e88ec10587b1f9a801d90e3c024945ba3df005e30d53ef43c","suite":"study-balance","table_sha256":"c32b2b562d0a71dce40875eb94d8ccdfc4f37ae1e6fc02217ff7f303694a1afd"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'balance-measured-complementary.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'balance-measured-complementary.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'balance-measured-complementary.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'pdmp over measured dependency, a / b: complementary' noenhanced
unset key
set xlabel 'measured dependency, a / b (log₂ scale; dashed: top of the parabola, shaded: its 95 % interval)' noenhanced
set ylabel 'test/accuracy, mean and 95 % interval' noenhanced
set xrange [0.05149677322:1.051600186]
set xtics ('1.2' 0.2630344058, '1.4' 0.4854268272, '1.6' 0.6780719051, '1.8' 0.8479969066, '2' 1)
set object 1 rectangle from first 0.454513433, graph 0 to first 0.4939342616, graph 1 behind fc rgb '#0072B2' fs transparent solid 0.12 noborder
set arrow 1 from first 0.4744592531, graph 0 to first 0.4744592531, graph 1 nohead dt (4,4) lw 1 lc rgb '#0072B2'
plot 'balance-measured-complementary.tsv' index 1 using 1:2 with lines lw 1.4 dt 1 lc rgb '#0072B2' notitle, \
     'balance-measured-complementary.tsv' index 0 using 1:2:3:4 with yerrorbars pt 7 ps 0.9 lw 1.3 lc rgb '#0072B2' title 'pdmp'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'balance-measured-complementary.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

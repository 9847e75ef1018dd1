# Draws gap-cub10-classification (svg, png, pdf) from gap-cub10-classification.tsv: gnuplot gap-cub10-classification.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-cub10-classification","kind":"gap","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"b52274ebb2fbfc0de7a4a883a3a4b1d53aded9fa7ed3c15c49766eb858aac10d"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-cub10-classification.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-cub10-classification.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-cub10-classification.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: cub10, classification' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.22125:0.01638888889]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:5.7]
set xtics rotate by -30 noenhanced ('joint' 0, 'late-fusion' 1, 'pdmp' 2, 'pdmp (worst leads)' 3, 'ogm' 4, 'mmpareto' 5)
plot 'gap-cub10-classification.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'image', \
     'gap-cub10-classification.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-cub10-classification.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

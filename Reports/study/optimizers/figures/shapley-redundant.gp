# Draws shapley-redundant (svg, png, pdf) from shapley-redundant.tsv: gnuplot shapley-redundant.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/optimizers.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/optimizers.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"shapley-redundant","kind":"shapley","preset":"double","records":280,"records_of_uncommitted_changes":0,"records_sha256":"ab65c27944ef615092a64842984065ccd7ac2ec753a5ba59fe8cca43c3537c85","suite":"study-optimizers","table_sha256":"9bb8b4318f3b597926f199011b72051a13d1efae80034b07d35a4c8a0fe57bcc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'shapley-redundant.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'shapley-redundant.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'shapley-redundant.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Shapley contributions: redundant' noenhanced
set ylabel 'contribution to accuracy' noenhanced
set yrange [-0.04393904762:0.5931771429]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:9.7]
set xtics rotate by -30 noenhanced ('joint under SGD' 0, 'gradient under SGD' 1, 'joint under …descent' 2, 'gradient und…descent' 3, 'joint under Adam' 4, 'gradient under Adam' 5, 'update under Adam' 6, 'joint under AdamW' 7, 'gradient under AdamW' 8, 'update under AdamW' 9)
plot 'shapley-redundant.tsv' index 0 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs solid 0.9 border lc rgb '#444444' fc rgb '#0072B2' title 'a', \
     'shapley-redundant.tsv' index 1 using 1:2:($1-0.35):($1+0.35):2:3 with boxxyerror fs pattern 4 border lc rgb '#444444' fc rgb '#D55E00' title 'b'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'shapley-redundant.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

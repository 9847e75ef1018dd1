# Draws gap-image-text-cnn-and-bag-of-words-9e262e (svg, png, pdf) from gap-image-text-cnn-and-bag-of-words-9e262e.tsv: gnuplot gap-image-text-cnn-and-bag-of-words-9e262e.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-image-text-cnn-and-bag-of-words-9e262e","kind":"gap","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"72b5f126edf790026f582ba67b76cf552dbe9ee0e8dbcb2ba4dd447af461988a"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-image-text-cnn-and-bag-of-words-9e262e.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-image-text-cnn-and-bag-of-words-9e262e.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-image-text-cnn-and-bag-of-words-9e262e.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: image-text, CNN and bag of words' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.1170642857:0.008671428571]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:3.7]
set xtics norotate noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'ogm-ge' 2, 'pdmp' 3)
plot 'gap-image-text-cnn-and-bag-of-words-9e262e.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'image', \
     'gap-image-text-cnn-and-bag-of-words-9e262e.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'text'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-image-text-cnn-and-bag-of-words-9e262e.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

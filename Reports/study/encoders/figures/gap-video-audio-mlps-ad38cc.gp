# Draws gap-video-audio-mlps-ad38cc (svg, png, pdf) from gap-video-audio-mlps-ad38cc.tsv: gnuplot gap-video-audio-mlps-ad38cc.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/encoders.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/encoders.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-video-audio-mlps-ad38cc","kind":"gap","preset":"double","records":420,"records_of_uncommitted_changes":0,"records_sha256":"e2ccae774d2df125f236b38f0f9c45058d98b2ceff60366f5e6839ff4f10913a","suite":"study-encoders","table_sha256":"edcb6a5864f9704fad5165d6112e3d4bd190e9c9795848efe65033f35587c6dc"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,456 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-video-audio-mlps-ad38cc.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,912 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-video-audio-mlps-ad38cc.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,9.5cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-video-audio-mlps-ad38cc.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set datafile separator tab
set title 'Unimodal gap: video-audio, MLPs' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.02487857143:0.007914285714]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:3.7]
set xtics norotate noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'ogm-ge' 2, 'pdmp' 3)
plot 'gap-video-audio-mlps-ad38cc.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'video', \
     'gap-video-audio-mlps-ad38cc.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'audio'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-video-audio-mlps-ad38cc.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

# Draws gap-video-audio (svg, png, pdf) from gap-video-audio.tsv: gnuplot gap-video-audio.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"gap-video-audio","kind":"gap","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"09df8ac1fc3b8c9c2e9554801a99b5acd3fdc450144d875b7c101fb4e31d04df"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,608 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'gap-video-audio.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1217 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'gap-video-audio.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12.677cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'gap-video-audio.pdf'
}

set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out
set grid ytics lc rgb '#DDDDDD' lt 1 lw 0.6
set key outside right top vertical Left reverse noenhanced samplen 3 maxcols 1
set bmargin 11
set datafile separator tab
set title 'Unimodal gap: video-audio' noenhanced
set style data histograms
set style histogram clustered gap 1
set ylabel 'accuracy within the model minus alone' noenhanced
set yrange [-0.3547125:0.04330625]
set xzeroaxis lt 1 lw 0.8 lc rgb '#444444'
set xrange [-0.7:30.7]
set xtics rotate by 90 right noenhanced ('joint' 0, 'joint (rate × 2)' 1, 'joint (rate × 0.5)' 2, 'pdmp (defaults)' 3, 'pdmp (worst leads)' 4, 'pdmp + aux' 5, 'joint (tuned)' 6, 'late-fusion (tuned)' 7, 'pdmp (tuned)' 8, 'agm (tuned)' 9, 'amco (tuned)' 10, 'arl (tuned)' 11, 'cggm (tuned)' 12, 'cml (tuned)' 13, 'dgl (tuned)' 14, 'diagnosing-r…(tuned)' 15, 'gradient-ble…(tuned)' 16, 'greedy (tuned)' 17, 'inforeg (tuned)' 18, 'lfm (tuned)' 19, 'mbsd (tuned)' 20, 'mla (tuned)' 21, 'mmcosine (tuned)' 22, 'mmpareto (tuned)' 23, 'ogm (tuned)' 24, 'ogm-ge (tuned)' 25, 'opm (tuned)' 26, 'pmr (tuned)' 27, 'reconboost (tuned)' 28, 'umt (tuned)' 29, 'valuation (tuned)' 30)
plot 'gap-video-audio.tsv' using 2 lc rgb '#0072B2' fs solid 0.9 border lc rgb '#444444' title 'video', \
     'gap-video-audio.tsv' using 3 lc rgb '#D55E00' fs pattern 4 border lc rgb '#444444' title 'audio'

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'gap-video-audio.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

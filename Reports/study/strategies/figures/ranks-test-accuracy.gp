# Draws ranks-test-accuracy (svg, png, pdf) from ranks-test-accuracy.tsv: gnuplot ranks-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/strategies.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/strategies.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"ranks-test-accuracy","kind":"ranks","preset":"double","records":2640,"records_of_uncommitted_changes":0,"records_sha256":"8d0c658ec5cec8c8dd5f37f97fe0cb3c1adc415d4cb0e2093b3c461e9f1928dd","suite":"study-strategies","table_sha256":"a083846b72391ee0bdce647b0b9b9413c38e5a677ec975d2df485bd345a37edf"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,646 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'ranks-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1291 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'ranks-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,13.45cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'ranks-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean ranks by test/accuracy (1 is best)' noenhanced
unset key
unset border
unset ytics
set lmargin 2
set rmargin 2
unset xtics
set xrange [-18.09090909:50.09090909]
set yrange [-16.65:2.1]
set arrow from first 1, first 0 to first 31, first 0 nohead lw 1.2 lc rgb '#444444'
set arrow from first 1, first 1.3 to first 6.412056675, first 1.3 heads size graph 0.004,90 lw 1.2 lc rgb '#444444'
set label 'critical difference 5.41 (Nemenyi, α = 0.05, 80 blocks)' at first 1, first 1.7 left noenhanced
set label '2' at first 2, first 0.45 center
set arrow from first 2, first 0 to first 2, first 0.18 nohead lw 1 lc rgb '#444444'
set label '4' at first 4, first 0.45 center
set arrow from first 4, first 0 to first 4, first 0.18 nohead lw 1 lc rgb '#444444'
set label '6' at first 6, first 0.45 center
set arrow from first 6, first 0 to first 6, first 0.18 nohead lw 1 lc rgb '#444444'
set label '8' at first 8, first 0.45 center
set arrow from first 8, first 0 to first 8, first 0.18 nohead lw 1 lc rgb '#444444'
set label '10' at first 10, first 0.45 center
set arrow from first 10, first 0 to first 10, first 0.18 nohead lw 1 lc rgb '#444444'
set label '12' at first 12, first 0.45 center
set arrow from first 12, first 0 to first 12, first 0.18 nohead lw 1 lc rgb '#444444'
set label '14' at first 14, first 0.45 center
set arrow from first 14, first 0 to first 14, first 0.18 nohead lw 1 lc rgb '#444444'
set label '16' at first 16, first 0.45 center
set arrow from first 16, first 0 to first 16, first 0.18 nohead lw 1 lc rgb '#444444'
set label '18' at first 18, first 0.45 center
set arrow from first 18, first 0 to first 18, first 0.18 nohead lw 1 lc rgb '#444444'
set label '20' at first 20, first 0.45 center
set arrow from first 20, first 0 to first 20, first 0.18 nohead lw 1 lc rgb '#444444'
set label '22' at first 22, first 0.45 center
set arrow from first 22, first 0 to first 22, first 0.18 nohead lw 1 lc rgb '#444444'
set label '24' at first 24, first 0.45 center
set arrow from first 24, first 0 to first 24, first 0.18 nohead lw 1 lc rgb '#444444'
set label '26' at first 26, first 0.45 center
set arrow from first 26, first 0 to first 26, first 0.18 nohead lw 1 lc rgb '#444444'
set label '28' at first 28, first 0.45 center
set arrow from first 28, first 0 to first 28, first 0.18 nohead lw 1 lc rgb '#444444'
set label '30' at first 30, first 0.45 center
set arrow from first 30, first 0 to first 30, first 0.18 nohead lw 1 lc rgb '#444444'
set arrow from first 10.775, first 0 to first 10.775, first -4.15 nohead lw 1 lc rgb '#444444'
set arrow from first 10.775, first -4.15 to graph 0.28, first -4.15 nohead lw 1 lc rgb '#444444'
set label 'mla (tuned)  (10.78)' at graph 0.27, first -4.15 right noenhanced
set arrow from first 11.15, first 0 to first 11.15, first -4.95 nohead lw 1 lc rgb '#444444'
set arrow from first 11.15, first -4.95 to graph 0.28, first -4.95 nohead lw 1 lc rgb '#444444'
set label 'lfm (tuned)  (11.15)' at graph 0.27, first -4.95 right noenhanced
set arrow from first 11.725, first 0 to first 11.725, first -5.75 nohead lw 1 lc rgb '#444444'
set arrow from first 11.725, first -5.75 to graph 0.28, first -5.75 nohead lw 1 lc rgb '#444444'
set label 'pdmp + aux  (11.73)' at graph 0.27, first -5.75 right noenhanced
set arrow from first 12.3125, first 0 to first 12.3125, first -6.55 nohead lw 1 lc rgb '#444444'
set arrow from first 12.3125, first -6.55 to graph 0.28, first -6.55 nohead lw 1 lc rgb '#444444'
set label 'umt (tuned)  (12.31)' at graph 0.27, first -6.55 right noenhanced
set arrow from first 12.51875, first 0 to first 12.51875, first -7.35 nohead lw 1 lc rgb '#444444'
set arrow from first 12.51875, first -7.35 to graph 0.28, first -7.35 nohead lw 1 lc rgb '#444444'
set label 'mmcosine (tuned)  (12.52)' at graph 0.27, first -7.35 right noenhanced
set arrow from first 12.99375, first 0 to first 12.99375, first -8.15 nohead lw 1 lc rgb '#444444'
set arrow from first 12.99375, first -8.15 to graph 0.28, first -8.15 nohead lw 1 lc rgb '#444444'
set label 'dgl (tuned)  (12.99)' at graph 0.27, first -8.15 right noenhanced
set arrow from first 13.0875, first 0 to first 13.0875, first -8.95 nohead lw 1 lc rgb '#444444'
set arrow from first 13.0875, first -8.95 to graph 0.28, first -8.95 nohead lw 1 lc rgb '#444444'
set label 'gradient-ble… (tuned)  (13.09)' at graph 0.27, first -8.95 right noenhanced
set arrow from first 13.1125, first 0 to first 13.1125, first -9.75 nohead lw 1 lc rgb '#444444'
set arrow from first 13.1125, first -9.75 to graph 0.28, first -9.75 nohead lw 1 lc rgb '#444444'
set label 'greedy (tuned)  (13.11)' at graph 0.27, first -9.75 right noenhanced
set arrow from first 13.7125, first 0 to first 13.7125, first -10.55 nohead lw 1 lc rgb '#444444'
set arrow from first 13.7125, first -10.55 to graph 0.28, first -10.55 nohead lw 1 lc rgb '#444444'
set label 'valuation (tuned)  (13.71)' at graph 0.27, first -10.55 right noenhanced
set arrow from first 14.44375, first 0 to first 14.44375, first -11.35 nohead lw 1 lc rgb '#444444'
set arrow from first 14.44375, first -11.35 to graph 0.28, first -11.35 nohead lw 1 lc rgb '#444444'
set label 'pdmp (tuned)  (14.44)' at graph 0.27, first -11.35 right noenhanced
set arrow from first 14.525, first 0 to first 14.525, first -12.15 nohead lw 1 lc rgb '#444444'
set arrow from first 14.525, first -12.15 to graph 0.28, first -12.15 nohead lw 1 lc rgb '#444444'
set label 'mmpareto (tuned)  (14.53)' at graph 0.27, first -12.15 right noenhanced
set arrow from first 14.71875, first 0 to first 14.71875, first -12.95 nohead lw 1 lc rgb '#444444'
set arrow from first 14.71875, first -12.95 to graph 0.28, first -12.95 nohead lw 1 lc rgb '#444444'
set label 'pdmp (defaults)  (14.72)' at graph 0.27, first -12.95 right noenhanced
set arrow from first 14.79375, first 0 to first 14.79375, first -13.75 nohead lw 1 lc rgb '#444444'
set arrow from first 14.79375, first -13.75 to graph 0.28, first -13.75 nohead lw 1 lc rgb '#444444'
set label 'cml (tuned)  (14.79)' at graph 0.27, first -13.75 right noenhanced
set arrow from first 14.975, first 0 to first 14.975, first -14.55 nohead lw 1 lc rgb '#444444'
set arrow from first 14.975, first -14.55 to graph 0.28, first -14.55 nohead lw 1 lc rgb '#444444'
set label 'pmr (tuned)  (14.98)' at graph 0.27, first -14.55 right noenhanced
set arrow from first 15.78125, first 0 to first 15.78125, first -15.35 nohead lw 1 lc rgb '#444444'
set arrow from first 15.78125, first -15.35 to graph 0.28, first -15.35 nohead lw 1 lc rgb '#444444'
set label 'joint (tuned)  (15.78)' at graph 0.27, first -15.35 right noenhanced
set arrow from first 16.08125, first 0 to first 16.08125, first -16.15 nohead lw 1 lc rgb '#444444'
set arrow from first 16.08125, first -16.15 to graph 0.28, first -16.15 nohead lw 1 lc rgb '#444444'
set label 'arl (tuned)  (16.08)' at graph 0.27, first -16.15 right noenhanced
set arrow from first 16.11875, first 0 to first 16.11875, first -15.35 nohead lw 1 lc rgb '#444444'
set arrow from first 16.11875, first -15.35 to graph 0.72, first -15.35 nohead lw 1 lc rgb '#444444'
set label 'late-fusion (tuned)  (16.12)' at graph 0.73, first -15.35 left noenhanced
set arrow from first 16.4125, first 0 to first 16.4125, first -14.55 nohead lw 1 lc rgb '#444444'
set arrow from first 16.4125, first -14.55 to graph 0.72, first -14.55 nohead lw 1 lc rgb '#444444'
set label 'joint (rate × 0.5)  (16.41)' at graph 0.73, first -14.55 left noenhanced
set arrow from first 16.4625, first 0 to first 16.4625, first -13.75 nohead lw 1 lc rgb '#444444'
set arrow from first 16.4625, first -13.75 to graph 0.72, first -13.75 nohead lw 1 lc rgb '#444444'
set label 'joint  (16.46)' at graph 0.73, first -13.75 left noenhanced
set arrow from first 17.5875, first 0 to first 17.5875, first -12.95 nohead lw 1 lc rgb '#444444'
set arrow from first 17.5875, first -12.95 to graph 0.72, first -12.95 nohead lw 1 lc rgb '#444444'
set label 'inforeg (tuned)  (17.59)' at graph 0.73, first -12.95 left noenhanced
set arrow from first 17.83125, first 0 to first 17.83125, first -12.15 nohead lw 1 lc rgb '#444444'
set arrow from first 17.83125, first -12.15 to graph 0.72, first -12.15 nohead lw 1 lc rgb '#444444'
set label 'agm (tuned)  (17.83)' at graph 0.73, first -12.15 left noenhanced
set arrow from first 18.075, first 0 to first 18.075, first -11.35 nohead lw 1 lc rgb '#444444'
set arrow from first 18.075, first -11.35 to graph 0.72, first -11.35 nohead lw 1 lc rgb '#444444'
set label 'amco (tuned)  (18.08)' at graph 0.73, first -11.35 left noenhanced
set arrow from first 18.31875, first 0 to first 18.31875, first -10.55 nohead lw 1 lc rgb '#444444'
set arrow from first 18.31875, first -10.55 to graph 0.72, first -10.55 nohead lw 1 lc rgb '#444444'
set label 'opm (tuned)  (18.32)' at graph 0.73, first -10.55 left noenhanced
set arrow from first 18.7625, first 0 to first 18.7625, first -9.75 nohead lw 1 lc rgb '#444444'
set arrow from first 18.7625, first -9.75 to graph 0.72, first -9.75 nohead lw 1 lc rgb '#444444'
set label 'ogm-ge (tuned)  (18.76)' at graph 0.73, first -9.75 left noenhanced
set arrow from first 18.83125, first 0 to first 18.83125, first -8.95 nohead lw 1 lc rgb '#444444'
set arrow from first 18.83125, first -8.95 to graph 0.72, first -8.95 nohead lw 1 lc rgb '#444444'
set label 'reconboost (tuned)  (18.83)' at graph 0.73, first -8.95 left noenhanced
set arrow from first 18.925, first 0 to first 18.925, first -8.15 nohead lw 1 lc rgb '#444444'
set arrow from first 18.925, first -8.15 to graph 0.72, first -8.15 nohead lw 1 lc rgb '#444444'
set label 'diagnosing-r… (tuned)  (18.93)' at graph 0.73, first -8.15 left noenhanced
set arrow from first 19.5125, first 0 to first 19.5125, first -7.35 nohead lw 1 lc rgb '#444444'
set arrow from first 19.5125, first -7.35 to graph 0.72, first -7.35 nohead lw 1 lc rgb '#444444'
set label 'mbsd (tuned)  (19.51)' at graph 0.73, first -7.35 left noenhanced
set arrow from first 19.54375, first 0 to first 19.54375, first -6.55 nohead lw 1 lc rgb '#444444'
set arrow from first 19.54375, first -6.55 to graph 0.72, first -6.55 nohead lw 1 lc rgb '#444444'
set label 'joint (rate × 2)  (19.54)' at graph 0.73, first -6.55 left noenhanced
set arrow from first 19.6625, first 0 to first 19.6625, first -5.75 nohead lw 1 lc rgb '#444444'
set arrow from first 19.6625, first -5.75 to graph 0.72, first -5.75 nohead lw 1 lc rgb '#444444'
set label 'ogm (tuned)  (19.66)' at graph 0.73, first -5.75 left noenhanced
set arrow from first 19.9625, first 0 to first 19.9625, first -4.95 nohead lw 1 lc rgb '#444444'
set arrow from first 19.9625, first -4.95 to graph 0.72, first -4.95 nohead lw 1 lc rgb '#444444'
set label 'cggm (tuned)  (19.96)' at graph 0.73, first -4.95 left noenhanced
set arrow from first 23.2875, first 0 to first 23.2875, first -4.15 nohead lw 1 lc rgb '#444444'
set arrow from first 23.2875, first -4.15 to graph 0.72, first -4.15 nohead lw 1 lc rgb '#444444'
set label 'pdmp (worst leads)  (23.29)' at graph 0.73, first -4.15 left noenhanced
plot 'ranks-test-accuracy.tsv' index 0 using 1:(0) with points pt 7 ps 0.5 lc rgb '#0072B2' notitle, \
     'ranks-test-accuracy.tsv' index 1 using 1:3:($2-$1):(0) with vectors nohead lw 4 lc rgb '#D55E00' notitle

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'ranks-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

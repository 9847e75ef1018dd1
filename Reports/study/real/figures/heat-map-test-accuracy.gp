# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/real.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/real.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":576,"records_of_uncommitted_changes":0,"records_sha256":"29938df6e57361481ef67ee1e33aaa281e0bd6c1e1bf442a987a71a82de2de22","suite":"study-real","table_sha256":"bc047bd80b301a9326c905f65af074a955ce50e8aff4b2569c35b7fabea2fe95"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,586 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1171 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,12.2cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2005714286
set bmargin 9.2
set xrange [0.5:5.5]
set yrange [0.5:10.5]
set xtics rotate by -30 noenhanced ('avdigits, classification' 1, 'ravdess, classification' 2, 'cub10, classification' 3, 'flickr8k, classification' 4, 'stamps, classification' 5)
set ytics noenhanced ('joint' 10, 'unimodal (image)' 9, 'unimodal (audio)' 8, 'late-fusion' 7, 'pdmp' 6, 'pdmp (worst leads)' 5, 'ogm' 4, 'mmpareto' 3, 'unimodal (visual)' 2, 'unimodal (text)' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.2979166667:0.9866666667]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.977' at first 1, first 10 center front noenhanced tc rgb '#000000'
set label '0.474' at first 2, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.917' at first 3, first 10 center front noenhanced tc rgb '#000000'
set label '0.607' at first 4, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.570' at first 5, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.936' at first 1, first 9 center front noenhanced tc rgb '#000000'
set label '–' at first 2, first 9 center front tc rgb '#888888'
set label '0.878' at first 3, first 9 center front noenhanced tc rgb '#000000'
set label '0.456' at first 4, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.532' at first 5, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.892' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.298' at first 2, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 3, first 8 center front tc rgb '#888888'
set label '–' at first 4, first 8 center front tc rgb '#888888'
set label '–' at first 5, first 8 center front tc rgb '#888888'
set label '0.987' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.466' at first 2, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.931' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '0.613' at first 4, first 7 center front noenhanced tc rgb '#000000'
set label '0.586' at first 5, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.971' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '0.460' at first 2, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.895' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '0.636' at first 4, first 6 center front noenhanced tc rgb '#000000'
set label '0.605' at first 5, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.978' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.476' at first 2, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.922' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '0.593' at first 4, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.547' at first 5, first 5 center front noenhanced tc rgb '#FFFFFF'
set label '0.964' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.469' at first 2, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.915' at first 3, first 4 center front noenhanced tc rgb '#000000'
set label '0.588' at first 4, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.533' at first 5, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.983' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.476' at first 2, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.913' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '0.623' at first 4, first 3 center front noenhanced tc rgb '#000000'
set label '0.575' at first 5, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 1, first 2 center front tc rgb '#888888'
set label '0.390' at first 2, first 2 center front noenhanced tc rgb '#FFFFFF'
set label '–' at first 3, first 2 center front tc rgb '#888888'
set label '–' at first 4, first 2 center front tc rgb '#888888'
set label '–' at first 5, first 2 center front tc rgb '#888888'
set label '–' at first 1, first 1 center front tc rgb '#888888'
set label '–' at first 2, first 1 center front tc rgb '#888888'
set label '0.724' at first 3, first 1 center front noenhanced tc rgb '#000000'
set label '0.628' at first 4, first 1 center front noenhanced tc rgb '#000000'
set label '0.560' at first 5, first 1 center front noenhanced tc rgb '#FFFFFF'
set object 1 rectangle from first 0.54, first 6.57 to first 1.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 1.54, first 4.57 to first 2.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 2.54, first 6.57 to first 3.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 3.54, first 5.57 to first 4.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 4.54, first 5.57 to first 5.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

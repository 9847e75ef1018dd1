# Draws heat-map-test-accuracy (svg, png, pdf) from heat-map-test-accuracy.tsv: gnuplot heat-map-test-accuracy.gp
# provenance: {"$schema":"pdmpbench-figure-1","arguments":["Suites/study/redundancy.yaml"],"code_versions":["0.1.0"],"command":"pdmpbench run Suites/study/redundancy.yaml","commits":["1469a0a85580914312d95067393a844e7979e857"],"figure":"heat-map-test-accuracy","kind":"heat-map","preset":"double","records":1792,"records_of_uncommitted_changes":0,"records_sha256":"534a3196e2a34eb484344097454d35341d896e59832b5472577d0f272f88fd98","suite":"study-redundancy","table_sha256":"a0a6fe041ce1ad2a72f4ac52a217c503c221bd3eb6424fef0feca85c63457ed5"}
set encoding utf8
if (!exists("format")) { format = 'svg' }
if (format eq 'svg') {
  set terminal svg size 840,756 fixed noenhanced font 'DejaVu Sans,12' background '#FFFFFF'
  set output 'heat-map-test-accuracy.svg'
}
if (format eq 'png') {
  set terminal pngcairo size 1680,1513 noenhanced font 'DejaVu Sans,9' fontscale 2 linewidth 2 pointscale 2 dashlength 1 background '#FFFFFF'
  set output 'heat-map-test-accuracy.png'
}
if (format eq 'pdf') {
  set terminal pdfcairo size 17.5cm,15.76cm noenhanced font 'DejaVu Sans,8' fontscale 1 linewidth 1 pointscale 0.6
  set output 'heat-map-test-accuracy.pdf'
}

set datafile separator tab
set title 'Mean test/accuracy; best of each problem framed' noenhanced
unset key
set border 0
set tics nomirror scale 0
set lmargin at screen 0.2725714286
set bmargin 10.8
set xrange [0.5:8.5]
set yrange [0.5:16.5]
set xtics rotate by 90 right noenhanced ('joint' 1, 'joint (rate × 2)' 2, 'unimodal (a)' 3, 'unimodal (b)' 4, 'late-fusion' 5, 'pdmp' 6, 'ogm-ge' 7, 'mmpareto' 8)
set ytics noenhanced ('redundancy 0.1, signal 0.25' 16, 'redundancy 0.1, signal 0.5' 15, 'redundancy 0.1, signal 0.75' 14, 'redundancy 0.1, signal 1.0' 13, 'redundancy 0.4, signal 0.25' 12, 'redundancy 0.4, signal 0.5' 11, 'redundancy 0.4, signal 0.75' 10, 'redundancy 0.4, signal 1.0' 9, 'redundancy 0.7, signal 0.25' 8, 'redundancy 0.7, signal 0.5' 7, 'redundancy 0.7, signal 0.75' 6, 'redundancy 0.7, signal 1.0' 5, 'redundancy 1.0, signal 0.25' 4, 'redundancy 1.0, signal 0.5' 3, 'redundancy 1.0, signal 0.75' 2, 'redundancy 1.0, signal 1.0' 1)
set rmargin at screen 0.8868571429
set cblabel 'test/accuracy' noenhanced offset 0.8
set cbrange [0.2762142857:0.9463571429]
set cbtics scale 0.5
set palette defined (0 '#00224E', 0.25 '#414D6B', 0.5 '#7D7C78', 0.75 '#BCAF6F', 1 '#FEE838')
set label '0.427' at first 1, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.415' at first 2, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.455' at first 3, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.276' at first 4, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.436' at first 5, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.427' at first 6, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.398' at first 7, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.435' at first 8, first 16 center front noenhanced tc rgb '#FFFFFF'
set label '0.453' at first 1, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.447' at first 2, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.455' at first 3, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.336' at first 4, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.444' at first 5, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.448' at first 6, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.444' at first 7, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.459' at first 8, first 15 center front noenhanced tc rgb '#FFFFFF'
set label '0.485' at first 1, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.468' at first 2, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.455' at first 3, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.406' at first 4, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.470' at first 5, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.476' at first 6, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.471' at first 7, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.476' at first 8, first 14 center front noenhanced tc rgb '#FFFFFF'
set label '0.501' at first 1, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.489' at first 2, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.455' at first 3, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.451' at first 4, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.489' at first 5, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.500' at first 6, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.493' at first 7, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.495' at first 8, first 13 center front noenhanced tc rgb '#FFFFFF'
set label '0.432' at first 1, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.422' at first 2, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.450' at first 3, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.279' at first 4, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.436' at first 5, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.424' at first 6, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.413' at first 7, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.424' at first 8, first 12 center front noenhanced tc rgb '#FFFFFF'
set label '0.448' at first 1, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.441' at first 2, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.450' at first 3, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.349' at first 4, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.450' at first 5, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.444' at first 6, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.433' at first 7, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.448' at first 8, first 11 center front noenhanced tc rgb '#FFFFFF'
set label '0.464' at first 1, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.454' at first 2, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.450' at first 3, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.410' at first 4, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.481' at first 5, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.467' at first 6, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.459' at first 7, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.466' at first 8, first 10 center front noenhanced tc rgb '#FFFFFF'
set label '0.477' at first 1, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.475' at first 2, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.450' at first 3, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.448' at first 4, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.497' at first 5, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.486' at first 6, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.469' at first 7, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.484' at first 8, first 9 center front noenhanced tc rgb '#FFFFFF'
set label '0.613' at first 1, first 8 center front noenhanced tc rgb '#000000'
set label '0.597' at first 2, first 8 center front noenhanced tc rgb '#000000'
set label '0.636' at first 3, first 8 center front noenhanced tc rgb '#000000'
set label '0.311' at first 4, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.617' at first 5, first 8 center front noenhanced tc rgb '#000000'
set label '0.606' at first 6, first 8 center front noenhanced tc rgb '#000000'
set label '0.559' at first 7, first 8 center front noenhanced tc rgb '#FFFFFF'
set label '0.610' at first 8, first 8 center front noenhanced tc rgb '#000000'
set label '0.621' at first 1, first 7 center front noenhanced tc rgb '#000000'
set label '0.603' at first 2, first 7 center front noenhanced tc rgb '#000000'
set label '0.636' at first 3, first 7 center front noenhanced tc rgb '#000000'
set label '0.428' at first 4, first 7 center front noenhanced tc rgb '#FFFFFF'
set label '0.638' at first 5, first 7 center front noenhanced tc rgb '#000000'
set label '0.623' at first 6, first 7 center front noenhanced tc rgb '#000000'
set label '0.594' at first 7, first 7 center front noenhanced tc rgb '#000000'
set label '0.629' at first 8, first 7 center front noenhanced tc rgb '#000000'
set label '0.642' at first 1, first 6 center front noenhanced tc rgb '#000000'
set label '0.624' at first 2, first 6 center front noenhanced tc rgb '#000000'
set label '0.636' at first 3, first 6 center front noenhanced tc rgb '#000000'
set label '0.526' at first 4, first 6 center front noenhanced tc rgb '#FFFFFF'
set label '0.673' at first 5, first 6 center front noenhanced tc rgb '#000000'
set label '0.639' at first 6, first 6 center front noenhanced tc rgb '#000000'
set label '0.621' at first 7, first 6 center front noenhanced tc rgb '#000000'
set label '0.646' at first 8, first 6 center front noenhanced tc rgb '#000000'
set label '0.660' at first 1, first 5 center front noenhanced tc rgb '#000000'
set label '0.653' at first 2, first 5 center front noenhanced tc rgb '#000000'
set label '0.636' at first 3, first 5 center front noenhanced tc rgb '#000000'
set label '0.609' at first 4, first 5 center front noenhanced tc rgb '#000000'
set label '0.704' at first 5, first 5 center front noenhanced tc rgb '#000000'
set label '0.654' at first 6, first 5 center front noenhanced tc rgb '#000000'
set label '0.649' at first 7, first 5 center front noenhanced tc rgb '#000000'
set label '0.678' at first 8, first 5 center front noenhanced tc rgb '#000000'
set label '0.855' at first 1, first 4 center front noenhanced tc rgb '#000000'
set label '0.848' at first 2, first 4 center front noenhanced tc rgb '#000000'
set label '0.851' at first 3, first 4 center front noenhanced tc rgb '#000000'
set label '0.348' at first 4, first 4 center front noenhanced tc rgb '#FFFFFF'
set label '0.857' at first 5, first 4 center front noenhanced tc rgb '#000000'
set label '0.857' at first 6, first 4 center front noenhanced tc rgb '#000000'
set label '0.792' at first 7, first 4 center front noenhanced tc rgb '#000000'
set label '0.850' at first 8, first 4 center front noenhanced tc rgb '#000000'
set label '0.883' at first 1, first 3 center front noenhanced tc rgb '#000000'
set label '0.879' at first 2, first 3 center front noenhanced tc rgb '#000000'
set label '0.851' at first 3, first 3 center front noenhanced tc rgb '#000000'
set label '0.532' at first 4, first 3 center front noenhanced tc rgb '#FFFFFF'
set label '0.886' at first 5, first 3 center front noenhanced tc rgb '#000000'
set label '0.880' at first 6, first 3 center front noenhanced tc rgb '#000000'
set label '0.856' at first 7, first 3 center front noenhanced tc rgb '#000000'
set label '0.881' at first 8, first 3 center front noenhanced tc rgb '#000000'
set label '0.912' at first 1, first 2 center front noenhanced tc rgb '#000000'
set label '0.910' at first 2, first 2 center front noenhanced tc rgb '#000000'
set label '0.851' at first 3, first 2 center front noenhanced tc rgb '#000000'
set label '0.695' at first 4, first 2 center front noenhanced tc rgb '#000000'
set label '0.920' at first 5, first 2 center front noenhanced tc rgb '#000000'
set label '0.908' at first 6, first 2 center front noenhanced tc rgb '#000000'
set label '0.902' at first 7, first 2 center front noenhanced tc rgb '#000000'
set label '0.915' at first 8, first 2 center front noenhanced tc rgb '#000000'
set label '0.942' at first 1, first 1 center front noenhanced tc rgb '#000000'
set label '0.937' at first 2, first 1 center front noenhanced tc rgb '#000000'
set label '0.851' at first 3, first 1 center front noenhanced tc rgb '#000000'
set label '0.820' at first 4, first 1 center front noenhanced tc rgb '#000000'
set label '0.946' at first 5, first 1 center front noenhanced tc rgb '#000000'
set label '0.940' at first 6, first 1 center front noenhanced tc rgb '#000000'
set label '0.938' at first 7, first 1 center front noenhanced tc rgb '#000000'
set label '0.944' at first 8, first 1 center front noenhanced tc rgb '#000000'
set object 1 rectangle from first 2.54, first 15.57 to first 3.46, first 16.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 2 rectangle from first 7.54, first 14.57 to first 8.46, first 15.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 3 rectangle from first 0.54, first 13.57 to first 1.46, first 14.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 4 rectangle from first 0.54, first 12.57 to first 1.46, first 13.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 5 rectangle from first 2.54, first 11.57 to first 3.46, first 12.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 6 rectangle from first 2.54, first 10.57 to first 3.46, first 11.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 7 rectangle from first 4.54, first 9.57 to first 5.46, first 10.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 8 rectangle from first 4.54, first 8.57 to first 5.46, first 9.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 9 rectangle from first 2.54, first 7.57 to first 3.46, first 8.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 10 rectangle from first 4.54, first 6.57 to first 5.46, first 7.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 11 rectangle from first 4.54, first 5.57 to first 5.46, first 6.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 12 rectangle from first 4.54, first 4.57 to first 5.46, first 5.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 13 rectangle from first 4.54, first 3.57 to first 5.46, first 4.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 14 rectangle from first 4.54, first 2.57 to first 5.46, first 3.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 15 rectangle from first 4.54, first 1.57 to first 5.46, first 2.43 front fs empty border lc rgb '#D55E00' lw 1.8
set object 16 rectangle from first 4.54, first 0.5700000000000001 to first 5.46, first 1.43 front fs empty border lc rgb '#D55E00' lw 1.8
plot 'heat-map-test-accuracy.tsv' index 0 using 1:2:(0.48):(0.45):3 with boxxyerror fs solid 1 noborder fc palette

unset output
reset
format = format eq 'svg' ? 'png' : format eq 'png' ? 'pdf' : ''
if (strlen(format)) {
  load 'heat-map-test-accuracy.gp'
}
if (exists("format")) { if (!strlen(format)) { undefine format } }

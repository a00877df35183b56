/**
 * What people choose first when twelve characters are asked for, without the digits and signs around it. Written as
 * `toBase` leaves it: small letters alone.
 */
const bases = `
administrator adminadmin adminadminadmin adminpassword adminpass administration
areyoukidding asdfghjkl asdfasdf asdfasdfasdf babygirl basketball baseball beautiful
blink butterfly changeit changeme changemenow changemeplease chocolate christmas clusteradmin
computer correcthorsebatterystaple dallascowboys defaultpassword dockerdocker dontforget
dragonball elephant everything fallout football foreverandever forgetit fuckyou
godisgood helloworld hellohello herewego idontknow ihateyou iloveyou iloveyousomuch
iloveyoubaby imissyou internet jesuschrist justinbieber kubernetes letmein letmeinnow letmeinplease
linkedin liverpool loveyou manchester master masterkey mercedes microsoft
monkeymonkey motdepasse mustang mypassword mynameis newpassword nopassword
ohmygod oneofthese opensesame passphrase passpass password passwordpassword passwort
peaceandlove pokemon princess qazwsxedc qazwsxedcrfv qwerty qwertyqwerty qwertyuiop
qwertyuiopasdf qweasdzxc qweqweqwe rootpassword rootroot rootrootroot secret secretpassword
secretsecret serveradmin somepassword spiderman starwars startrek strongpassword summer winter
spring autumn sunshine superman supersecret systemadmin temporary temppassword
testpassword testtest testtesttest thankyou theboss trustno trustnoone unbelievable
userpassword verysecret watermelon welcome welcomehome welcometo whatever whoareyou woaini
woainiwoaini worldcup yourpassword zaqxswcde zxcvbnm zxcvbnmasdfghjkl
`;

export const commonPasswords: ReadonlySet<string> = new Set(bases.trim().split(/\s+/));

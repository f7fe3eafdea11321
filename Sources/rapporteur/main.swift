import Foundation
import RapporteurCommands

exit(await Rapporteur.run(Array(CommandLine.arguments.dropFirst())))

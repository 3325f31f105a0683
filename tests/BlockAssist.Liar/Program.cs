using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Liar;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Peers;

// Takes part in the swarm that the home has joined, as node run does, but for its trainer and its replayer: BlockAssist.Liar HOME DATA...
var home = new NodeHome(args[0]);
var folder = SwarmFolder.Of(home);
var (settings, clock) = (folder.Settings(), TimeProvider.System);
using var phrase = new IdentityFile(home.Identity).OpenWithKeyFile();
using var identity = PeerIdentity.Of(phrase);
TorchRuntime.Start(threads: 1);

var network = new NetworkId(settings.Network);
using var link = new SwarmLink(SwarmAddress.Parse(settings.Hub!), identity, new EnvelopeWriter(identity, network, MessageKinds.FromPeers, clock), clock);
using var honest = new LeaseTrainer(() => DemonstrationSet.Open(args[1..]), Environment.GetEnvironmentVariable, clock);
var tools = new PeerTools(link, new BlobStore(folder.Blobs, new BlobLimits(), clock), folder.Work, new LyingTrainer(honest), new SlanderingReplayer(), new SpokenNews(Console.Out));
await new SwarmPeer(identity.Id, network, tools, clock).RunAsync(CancellationToken.None);

using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommonGround.Testing;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>nginx with the file that the documentation gives an operator, on a port and with a certificate of its own.</summary>
public sealed class Proxy : IAsyncDisposable
{
    /// <summary>In which it says who answered; added for the tests.</summary>
    public const string WhoAnswered = "Test-Node";

    private static readonly string? Program = Array.Find(["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"], File.Exists);

    private readonly string _folder;
    private readonly Process _process;

    private Proxy(Process process, string folder, int port)
    {
        (_process, _folder) = (process, folder);
        Address = At(port);
    }

    public static string? Missing => Program is null ? "nginx is not installed here (Debian: apt-get install nginx)." : null;

    public Uri Address { get; }

    /// <summary>Where a proxy at this port will be.</summary>
    public static Uri At(int port) => new($"https://localhost:{port}/");

    public static async Task<Proxy> StartAsync(int port, string folder, params Uri[] nodes)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "proxy")).FullName;
        await Certify(place);
        await File.WriteAllTextAsync(Path.Combine(place, "nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{place}}/pid;
            error_log stderr;
            events { }
            http {
                access_log off;
                # As Debian's own file has it.
                gzip on;
                client_body_temp_path {{place}}/1;
                proxy_temp_path {{place}}/2;
                fastcgi_temp_path {{place}}/3;
                uwsgi_temp_path {{place}}/4;
                scgi_temp_path {{place}}/5;
                add_header {{WhoAnswered}} $upstream_addr always;
                {{Example(place, port, nodes)}}
            }
            """);
        var start = new ProcessStartInfo(Program!, ["-e", "stderr", "-p", place, "-c", Path.Combine(place, "nginx.conf")]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        var proxy = new Proxy(process, folder, port);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var someone = new PlainBrowser();
        for (var started = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            Assert.False(process.HasExited, "nginx did not take the file.");
            Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), "nginx does not answer.");
            try
            {
                using var answer = await someone.Ask(new Uri(proxy.Address, "/health/ready"));
                if (answer.StatusCode == HttpStatusCode.OK) return proxy;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Path.Combine(_folder, "proxy"), recursive: true);
    }

    /// <summary>The documented file with our places: a line that is no longer there would otherwise be replaced by nothing, unseen.</summary>
    private static string Example(string place, int port, Uri[] nodes)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "nginx.conf"));
        foreach (var (theirs, ours) in new[]
        {
            ("127.0.0.1:5080", $"127.0.0.1:{nodes[0].Port}"), ("127.0.0.1:5081", $"127.0.0.1:{nodes[1].Port}"),
            ("listen 443 ", $"listen 127.0.0.1:{port} "), ("listen 80;", $"listen 127.0.0.1:{FreePort.Find()};"),
            ("/etc/ssl/plan.region.example.pem", $"{place}/proxy.pem"), ("/etc/ssl/plan.region.example.key", $"{place}/proxy.key"),
        })
        {
            Assert.Contains(theirs, text, StringComparison.Ordinal);
            text = text.Replace(theirs, ours, StringComparison.Ordinal);
        }

        return text;
    }

    private static async Task Certify(string place)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        await File.WriteAllTextAsync(Path.Combine(place, "proxy.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(place, "proxy.key"), key.ExportPkcs8PrivateKeyPem());
    }
}

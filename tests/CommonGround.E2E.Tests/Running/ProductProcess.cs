using System.Collections.Concurrent;
using System.Diagnostics;
using CommonGround.Testing;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;

namespace CommonGround.E2E.Tests.Running;

/// <summary>The published program as people run it: a process of its own, on a free port, with a database of its own.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly DemoOnce Demo = new(async database => await (await StartAsync(database)).EndAsync());

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private ProductProcess(Process process, TestDatabase database, int port)
    {
        _process = process;
        Database = database;
        Address = new Uri($"http://localhost:{port}");
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public TestDatabase Database { get; }

    public int Id => _process.Id;

    /// <summary>What it has computed so far, on all cores: what others do on the machine does not lengthen it much.</summary>
    public TimeSpan Computed
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it ever held, in MiB.</summary>
    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts it with the demo people, and returns when it is ready to answer.</summary>
    public static async Task<ProductProcess> StartAsync(DatabaseKind kind) => await StartAsync(await Demo.CopyAsync(kind));

    /// <summary>Starts it on a database that is there already: after a kill, or as one more node.</summary>
    public static async Task<ProductProcess> StartAsync(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null)
    {
        var product = Begin(database, settings);
        await product.WaitUntilReadyAsync();
        return product;
    }

    /// <summary>Starts it and returns at once.</summary>
    /// <param name="settings">Beside or in place of those that every test has.</param>
    /// <param name="port">0: one that is free.</param>
    public static ProductProcess Begin(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, int port = 0)
    {
        var program = Environment.GetEnvironmentVariable("COMMONGROUND_PROGRAM") is { Length: > 0 } other
            ? other
            : Path.Combine(Repository.Root, "artifacts", "product", "commonground");
        Assert.True(File.Exists(program), "The product has not been published yet: ./test browser does that.");
        port = port == 0 ? FreePort.Find() : port;
        var start = On(database, program, port);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) start.Environment[key] = value;
        return new ProductProcess(Process.Start(start)!, database, port);
    }

    /// <summary>Runs another command of the program on the same database and with the same settings, beside the running product.</summary>
    public async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        var start = On(Database, _process.StartInfo.FileName, FreePort.Find());
        foreach (var (key, value) in _process.StartInfo.Environment) start.Environment[key] = value;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Waits until it has ended by itself; how it did.</summary>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>As a power cut: no farewell, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it and leaves its database, which others have too.</summary>
    public async Task EndAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Database.DisposeAsync();
    }

    private static ProcessStartInfo On(TestDatabase database, string program, int port) => new(program)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = database.DataFolder,
        Environment =
        {
            ["COMMONGROUND_PORT"] = $"{port}",
            ["COMMONGROUND_DATA"] = database.DataFolder,
            ["COMMONGROUND_DATABASE"] = database.ConnectionString,
            ["COMMONGROUND_DEMO"] = "true",
            ["COMMONGROUND_REQUESTS_PER_MINUTE"] = "0",
            ["ASPNETCORE_ENVIRONMENT"] = "Demo",
        },
    };

    /// <summary>Returns when a page is there and says what it should.</summary>
    public async Task WaitUntilAnswersAsync(string path, string saying)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = Patience };
        var started = Stopwatch.GetTimestamp();
        // Asked only once it listens: asking in vain a hundred times a second would take from its start what is measured.
        while (!_output.Any(line => line.Contains("Now listening on:")) || !await AnswersAsync(client, path, saying))
        {
            Assert.False(_process.HasExited, $"The product ended with {(_process.HasExited ? _process.ExitCode : 0)}:\n{Output}");
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"The product did not answer within {Patience}:\n{Output}");
            await Task.Delay(5);
        }
    }

    /// <summary>Returns all that it printed, as soon as this is among it.</summary>
    public async Task<string> WaitUntilPrinted(string words)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Output.Contains(words))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"The product did not print '{words}' within {Patience}:\n{Output}");
            await Task.Delay(20);
        }

        return Output;
    }

    public Task WaitUntilReadyAsync() => WaitUntilAnswersAsync("/health/ready", "ready");

    private static async Task<bool> AnswersAsync(HttpClient client, string path, string saying)
    {
        try
        {
            using var response = await client.GetAsync(path);
            return response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync()).Contains(saying, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}

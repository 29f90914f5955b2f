using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;

namespace CommonGround.Web.Features.SickNotes.ImportCertificates;

/// <summary>What an import works with: where certificates are kept, the words to tell with, and the day it is.</summary>
public sealed class ImportSession(KeepCertificates? keep, Texts texts, DateOnly today, IAsyncDisposable? opened = null) : IAsyncDisposable
{
    /// <summary>False when the import only checks.</summary>
    public bool Keeps { get; } = keep is not null;

    public KeepCertificates Keep { get; } = keep ?? CertificateImport.OnlyChecked();

    public Texts Texts { get; } = texts;

    public DateOnly Today { get; } = today;

    public ValueTask DisposeAsync() => opened?.DisposeAsync() ?? ValueTask.CompletedTask;
}

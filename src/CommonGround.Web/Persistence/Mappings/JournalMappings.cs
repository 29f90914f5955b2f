using CommonGround.Domain.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class JournalMappings :
    IEntityTypeConfiguration<JournalHead>, IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalText>,
    IEntityTypeConfiguration<AccessHead>, IEntityTypeConfiguration<AccessEntry>, IEntityTypeConfiguration<AccessSubject>,
    IEntityTypeConfiguration<CommandDone>, IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<JournalHead> builder)
    {
        builder.HasKey(h => h.StreamId);
        builder.Property(h => h.StreamId).ValueGeneratedNever();
        builder.Property(h => h.Position).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<JournalEntry> builder) => builder.HasKey(e => new { e.StreamId, e.Position });

    public void Configure(EntityTypeBuilder<JournalText> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Words);
        builder.Ignore(t => t.Digest);
        builder.HasIndex(t => new { t.StreamId, t.Position });
    }

    public void Configure(EntityTypeBuilder<AccessHead> builder)
    {
        builder.HasKey(h => h.WriterId);
        builder.Property(h => h.WriterId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        builder.HasKey(e => new { e.WriterId, e.Position });
        builder.HasMany(e => e.People).WithOne().HasForeignKey(s => new { s.WriterId, s.Position });
    }

    public void Configure(EntityTypeBuilder<AccessSubject> builder)
    {
        builder.HasKey(s => new { s.WriterId, s.Position, s.Ordinal });
        builder.HasIndex(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<CommandDone> builder) => builder.HasKey(c => c.Id);

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.SentAt, m.NotBefore });
    }

    public void Configure(EntityTypeBuilder<SigningKey> builder) => builder.HasKey(k => k.Name);
}

using CommonGround.Domain.Cases;
using CommonGround.Domain.SickLeave;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class SickLeaveMappings :
    IEntityTypeConfiguration<ReceivedCertificate>, IEntityTypeConfiguration<ReceivedField>, IEntityTypeConfiguration<LeavePeriod>,
    IEntityTypeConfiguration<Episode>, IEntityTypeConfiguration<EpisodeSpan>
{
    public void Configure(EntityTypeBuilder<ReceivedCertificate> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Number).Ignore(c => c.Replaces).Ignore(c => c.IsPrefill).Ignore(c => c.CountsSince);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        // The same certificate comes in once at a unit.
        builder.HasIndex(c => new { c.UnitId, c.Digest }).IsUnique();
        builder.HasIndex(c => new { c.UnitId, c.ReceivedAt });
        builder.HasIndex(c => new { c.UnitId, c.IdExtension });
        builder.HasIndex(c => c.SupersededById);
        builder.HasIndex(c => c.CaseId);
    }

    public void Configure(EntityTypeBuilder<ReceivedField> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<ReceivedCertificate>().WithMany().HasForeignKey(f => f.CertificateId);
        builder.HasIndex(f => f.CaseId);
    }

    public void Configure(EntityTypeBuilder<LeavePeriod> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Days);
        builder.HasOne<ReceivedCertificate>().WithMany().HasForeignKey(p => p.CertificateId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.UnitId, p.PersonId });
        builder.HasIndex(p => p.CaseId);
    }

    public void Configure(EntityTypeBuilder<Episode> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Spans).WithOne().HasForeignKey(s => s.EpisodeId);
        builder.HasIndex(e => new { e.UnitId, e.To });
        builder.HasIndex(e => new { e.UnitId, e.PersonId });
        builder.HasIndex(e => e.CaseId);
    }

    public void Configure(EntityTypeBuilder<EpisodeSpan> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Days);
        builder.HasIndex(s => new { s.EpisodeId, s.From });
    }
}
